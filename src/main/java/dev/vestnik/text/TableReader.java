package dev.vestnik.text;

import java.util.List;
import org.jsoup.nodes.Element;

/// Reads a laid out table. Its first row is the header if it stands in `<thead>` or has nothing but
/// `<th>`.
final class TableReader {

    private TableReader() {}

    static Block.Table of(Element table) {
        Element caption = table.firstElementChild();
        String title = caption != null && caption.nameIs("caption") ? PlainText.of(caption) : null;
        List<Element> rows =
                table.children().stream()
                        .filter(section -> !section.nameIs("caption"))
                        .flatMap(section -> section.children().stream())
                        .toList();
        List<String> header = rows.isEmpty() ? List.of() : header(rows.get(0));
        List<List<String>> cells =
                rows.stream()
                        .skip(header.isEmpty() ? 0 : 1)
                        .map(row -> row.children().stream().map(Element::html).toList())
                        .toList();
        return new Block.Table(header, cells, title);
    }

    private static List<String> header(Element row) {
        boolean heads =
                row.parentNameIs("thead")
                        || row.children().stream().allMatch(cell -> cell.nameIs("th"));
        return heads ? row.children().stream().map(PlainText::of).toList() : List.of();
    }
}
