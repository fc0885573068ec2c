package dev.vestnik.text;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Writes blocks and loose text into one element. Loose text gets paragraphs where `inParagraphs`
/// asks for it.
final class Flow {

    private static final Pattern BLANK_LINE = Pattern.compile("\n[ \t]*+\n[ \t\n]*+");

    private final BodyLayout layout;
    private final Element target;
    private boolean inParagraphs;
    private @Nullable Line line;

    Flow(BodyLayout layout, Element target, boolean inParagraphs) {
        this.layout = layout;
        this.target = target;
        this.inParagraphs = inParagraphs;
    }

    void write(Element source) {
        children(source);
        endLine();
    }

    private void children(Element source) {
        for (Node node : source.childNodes()) {
            if (node instanceof TextNode text) {
                looseText(text.getWholeText(), layout.isTop(source));
            } else if (node instanceof Element element) {
                element(element);
            }
        }
    }

    /// A body of plain text has blank lines between its paragraphs.
    private void looseText(String text, boolean atTop) {
        if (line == null && text.isBlank()) {
            return;
        }
        if (atTop) {
            String[] paragraphs = BLANK_LINE.split(text, -1);
            line().text(paragraphs[0]);
            for (int i = 1; i < paragraphs.length; i++) {
                endLine();
                line().text(paragraphs[i]);
            }
        } else {
            line().text(text);
        }
    }

    private void element(Element element) {
        String name = element.normalName();
        if (AllowedHtml.BLOCKS.contains(name)) {
            endLine();
            block(element, name);
            endLine();
        } else if (layout.holdsBlocks(element)) {
            children(element);
        } else {
            Phrases.one(element, line());
        }
    }

    private void block(Element element, String name) {
        switch (name) {
            case "h2", "h3", "h4", "pre" -> drop(Phrases.in(element, target.appendElement(name)));
            case "figcaption" -> caption(element);
            case "ul", "ol" -> list(element);
            case "blockquote", "figure" -> nested(element, name);
            case "table" -> table(element);
            case "hr" -> target.appendElement("hr");
            case "iframe" -> embed(element);
            default -> paragraphs(element);
        }
    }

    private void paragraphs(Element element) {
        boolean outside = inParagraphs;
        inParagraphs = true;
        children(element);
        endLine();
        inParagraphs = outside;
    }

    private void caption(Element element) {
        drop(
                Phrases.in(
                        element,
                        target.appendElement(target.nameIs("figure") ? "figcaption" : "p")));
    }

    private void nested(Element element, String name) {
        Element written = target.appendElement(name);
        new Flow(layout, written, name.equals("blockquote")).write(element);
        drop(written);
    }

    private void list(Element element) {
        Element list = Phrases.shell(element);
        target.appendChild(list);
        for (Element item : element.children()) {
            Element written = list.appendElement("li");
            Flow flow = new Flow(layout, written, false);
            if (item.nameIs("li")) {
                flow.write(item);
            } else {
                flow.element(item);
                flow.endLine();
            }
            drop(written);
        }
        drop(list);
    }

    private void table(Element element) {
        if (!hasCells(element)) {
            children(element);
            return;
        }
        Element table = target.appendElement("table");
        for (Element caption : element.children()) {
            if (caption.nameIs("caption")) {
                drop(Phrases.in(caption, table.appendElement("caption")));
            }
        }
        for (Element section : element.children()) {
            if (section.nameIs("thead") || section.nameIs("tbody")) {
                rows(section, table.appendElement(section.normalName()));
            }
        }
    }

    private void rows(Element section, Element written) {
        for (Element row : section.children()) {
            Element line = written.appendElement("tr");
            for (Element cell : row.children()) {
                Element shell = Phrases.shell(cell);
                line.appendChild(shell);
                new Flow(layout, shell, false).write(cell);
            }
            drop(line);
        }
        drop(written);
    }

    private void embed(Element element) {
        Element player = Phrases.shell(element);
        if (player.hasAttr("src")) {
            target.appendChild(player);
        }
    }

    private Line line() {
        Line present = line;
        if (present == null) {
            present = new Line(inParagraphs ? target.appendElement("p") : target);
            line = present;
        }
        return present;
    }

    private void endLine() {
        if (line != null) {
            line.end();
            line = null;
            Element last = target.lastElementChild();
            if (inParagraphs && last != null && last.nameIs("p")) {
                drop(last);
            }
        }
    }

    private static boolean hasCells(Element table) {
        return table.children().stream()
                .filter(section -> !section.nameIs("caption"))
                .flatMap(section -> section.children().stream())
                .anyMatch(row -> row.childrenSize() > 0);
    }

    private static void drop(Element written) {
        if (written.childNodeSize() == 0) {
            written.remove();
        }
    }
}
