package dev.vestnik.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Reads a laid out body as blocks. No text gets lost: what has no block of its own becomes a
/// paragraph.
final class BlockReader {

    private final List<Block> blocks = new ArrayList<>();

    private BlockReader() {}

    static List<Block> of(Element body) {
        BlockReader reader = new BlockReader();
        body.children().forEach(reader::read);
        return List.copyOf(reader.blocks);
    }

    private void read(Element element) {
        switch (element.normalName()) {
            case "h2", "h3", "h4" -> heading(element);
            case "ul", "ol" -> list(element);
            case "blockquote" -> quote(element);
            case "figure" -> figure(element);
            case "iframe" -> embed(element);
            case "table" -> blocks.add(TableReader.of(element));
            case "hr" -> {}
            case "pre" ->
                    blocks.add(new Block.Paragraph(element.outerHtml(), PlainText.of(element)));
            default -> paragraph(element);
        }
    }

    private void heading(Element element) {
        int level = element.normalName().charAt(1) - '0';
        blocks.add(new Block.Heading(level, element.id(), PlainText.of(element)));
        element.select("img").forEach(image -> image(image, null));
    }

    private void paragraph(Element element) {
        boolean onlyImages = element.childNodes().stream().allMatch(BlockReader::isImageOrSpace);
        if (onlyImages) {
            element.children().select("img").forEach(image -> image(image, null));
        } else {
            blocks.add(new Block.Paragraph(element.html(), PlainText.of(element)));
        }
    }

    private static boolean isImageOrSpace(Node node) {
        return node instanceof TextNode text
                ? text.isBlank()
                : node.nameIs("img") || node.nameIs("br");
    }

    private void list(Element element) {
        List<String> items = element.children().stream().map(Element::html).toList();
        blocks.add(new Block.ItemList(element.nameIs("ol"), items));
    }

    private void quote(Element element) {
        Element last = element.lastElementChild();
        String cite = last == null || element.childrenSize() == 1 ? null : citation(last);
        if (cite == null) {
            blocks.add(new Block.Quote(element.html(), PlainText.of(element), null));
        } else {
            Element said = element.clone();
            Objects.requireNonNull(said.lastElementChild()).remove();
            blocks.add(new Block.Quote(said.html(), PlainText.of(said), cite));
        }
    }

    /// The source, if a paragraph is nothing but `<cite>`, with or without a dash before it.
    private static @Nullable String citation(Element paragraph) {
        Element cite = paragraph.firstElementChild();
        boolean alone =
                paragraph.nameIs("p")
                        && paragraph.childrenSize() == 1
                        && cite != null
                        && cite.nameIs("cite")
                        && PlainText.words(paragraph.wholeOwnText()) == 0;
        return cite != null && alone ? PlainText.of(cite) : null;
    }

    /// One picture and its caption are an image; all else in a figure is read piece by piece.
    private void figure(Element figure) {
        List<Element> images =
                figure.children().stream().filter(child -> child.nameIs("img")).toList();
        List<Element> captions =
                figure.children().stream().filter(child -> child.nameIs("figcaption")).toList();
        boolean picture =
                images.size() == 1
                        && captions.size() <= 1
                        && figure.childNodeSize() == images.size() + captions.size();
        if (picture) {
            image(images.get(0), captions.isEmpty() ? null : PlainText.of(captions.get(0)));
        } else {
            pieces(figure);
        }
    }

    private void pieces(Element figure) {
        Element line = new Element("p");
        for (Node node : figure.childNodes()) {
            if (node instanceof Element element && isBlock(element)) {
                flush(line);
                line = new Element("p");
                read(element);
            } else {
                line.appendChild(node.clone());
            }
        }
        flush(line);
    }

    private void flush(Element line) {
        if (line.childNodeSize() > 0) {
            BodyDocument.empty().appendChild(line);
            paragraph(line);
        }
    }

    private static boolean isBlock(Element element) {
        return !AllowedHtml.INLINE.contains(element.normalName())
                && !element.nameIs("img")
                && !element.nameIs("br");
    }

    private void embed(Element element) {
        String url = element.attr("src");
        blocks.add(new Block.Embed(url, Objects.requireNonNull(Addresses.provider(url))));
    }

    private void image(Element image, @Nullable String caption) {
        blocks.add(
                new Block.Image(
                        image.attr("src"),
                        image.hasAttr("alt") ? image.attr("alt") : null,
                        caption,
                        number(image.attr("width")),
                        number(image.attr("height"))));
    }

    private static @Nullable Integer number(String digits) {
        return digits.isEmpty() ? null : Integer.valueOf(digits);
    }
}
