package dev.vestnik.text;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Writes elements into a line: emphasis, links, pictures and text. A block that stands among them
/// leaves its words.
final class Phrases {

    private Phrases() {}

    /// All of an element as one line, blocks in it included.
    static Element in(Element source, Element written) {
        Line line = new Line(written);
        all(source, line);
        line.end();
        return written;
    }

    private static void all(Element source, Line line) {
        for (Node node : source.childNodes()) {
            if (node instanceof TextNode text) {
                line.text(text.getWholeText());
            } else if (node instanceof Element element) {
                one(element, line);
            }
        }
    }

    /// One element of a line with all that is in it.
    static void one(Element element, Line line) {
        String name = element.normalName();
        Element shell = shell(element);
        if (name.equals("br") || name.equals("img") && shell.hasAttr("src")) {
            line.leaf(shell);
        } else if (AllowedHtml.BLOCKS.contains(name)) {
            line.text("\n");
            all(element, line);
            line.text("\n");
        } else if (!AllowedHtml.INLINE.contains(name)
                || name.equals("a") && !shell.hasAttr("href")) {
            all(element, line);
        } else {
            line.open(shell);
            all(element, line);
            line.close();
        }
    }

    /// A copy without content, with the attributes that are allowed.
    static Element shell(Element element) {
        String name = element.normalName();
        Element shell = new Element(name);
        element.attributes()
                .forEach(attribute -> {
                    String value =
                            AllowedHtml.attribute(name, attribute.getKey(), attribute.getValue());
                    if (value != null) {
                        shell.attr(attribute.getKey(), value);
                    }
                });
        if (name.equals("a") && Addresses.isWeb(shell.attr("href"))) {
            shell.attr("rel", "noopener");
        }
        return shell;
    }
}
