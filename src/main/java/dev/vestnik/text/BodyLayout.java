package dev.vestnik.text;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Lays a sanitised body out anew, so that parsing what it writes gives the same again: only blocks
/// at the top, loose text in paragraphs, no empty elements, no block inside a line. It writes
/// nothing but `AllowedHtml`.
final class BodyLayout {

    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "div",
                    "h2",
                    "h3",
                    "h4",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "figure",
                    "figcaption",
                    "table",
                    "caption",
                    "thead",
                    "tbody",
                    "tr",
                    "td",
                    "th",
                    "pre",
                    "hr",
                    "iframe");

    private static final Pattern BLANK_LINE = Pattern.compile("\n[ \t]*+\n[ \t\n]*+");

    private final Element body;
    private final Set<Element> holdingBlocks = Collections.newSetFromMap(new IdentityHashMap<>());

    private BodyLayout(Element body) {
        this.body = body;
        body.traverse((node, depth) -> {
            if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                Element outer = element.parent();
                while (outer != null && holdingBlocks.add(outer)) {
                    outer = outer.parent();
                }
            }
        });
    }

    /// The body of a new document; the one given stays as it is.
    static Element of(Element body) {
        Element written = BodyDocument.empty();
        BodyLayout layout = new BodyLayout(body);
        layout.new Flow(written, true).write(body);
        return written;
    }

    /// Writes blocks and loose text into one element. Loose text gets paragraphs where
    /// `inParagraphs` asks for it.
    private final class Flow {

        private final Element target;
        private boolean inParagraphs;
        private @Nullable Line line;

        Flow(Element target, boolean inParagraphs) {
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
                    looseText(text.getWholeText(), source == body);
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
            if (BLOCKS.contains(name)) {
                endLine();
                block(element, name);
                endLine();
            } else if (holdingBlocks.contains(element)) {
                children(element);
            } else {
                phrase(element, line());
            }
        }

        private void block(Element element, String name) {
            switch (name) {
                case "h2", "h3", "h4", "pre" -> drop(phrases(element, target.appendElement(name)));
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
                    phrases(
                            element,
                            target.appendElement(target.nameIs("figure") ? "figcaption" : "p")));
        }

        private void nested(Element element, String name) {
            Element written = target.appendElement(name);
            new Flow(written, name.equals("blockquote")).write(element);
            drop(written);
        }

        private void list(Element element) {
            Element list = shell(element);
            target.appendChild(list);
            for (Element item : element.children()) {
                Element written = list.appendElement("li");
                Flow flow = new Flow(written, false);
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
                    drop(phrases(caption, table.appendElement("caption")));
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
                    Element shell = shell(cell);
                    line.appendChild(shell);
                    new Flow(shell, false).write(cell);
                }
                drop(line);
            }
            drop(written);
        }

        private void embed(Element element) {
            Element player = shell(element);
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
    }

    private static boolean hasCells(Element table) {
        return table.children().stream()
                .filter(section -> !section.nameIs("caption"))
                .flatMap(section -> section.children().stream())
                .anyMatch(row -> row.childrenSize() > 0);
    }

    /// All of an element as one line, blocks in it included.
    private Element phrases(Element source, Element written) {
        Line line = new Line(written);
        phrases(source, line);
        line.end();
        return written;
    }

    private void phrases(Element source, Line line) {
        for (Node node : source.childNodes()) {
            if (node instanceof TextNode text) {
                line.text(text.getWholeText());
            } else if (node instanceof Element element) {
                phrase(element, line);
            }
        }
    }

    private void phrase(Element element, Line line) {
        String name = element.normalName();
        Element shell = shell(element);
        if (name.equals("br") || name.equals("img") && shell.hasAttr("src")) {
            line.leaf(shell);
        } else if (BLOCKS.contains(name)) {
            line.text("\n");
            phrases(element, line);
            line.text("\n");
        } else if (!AllowedHtml.INLINE.contains(name)
                || name.equals("a") && !shell.hasAttr("href")) {
            phrases(element, line);
        } else {
            line.open(shell);
            phrases(element, line);
            line.close();
        }
    }

    /// A copy without content, with the attributes that are allowed.
    private static Element shell(Element element) {
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

    private static void drop(Element written) {
        if (written.childNodeSize() == 0) {
            written.remove();
        }
    }
}
