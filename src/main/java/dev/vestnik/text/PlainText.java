package dev.vestnik.text;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// What one reads of an element, white space folded; items, rows and paragraphs in it stand on
/// lines of their own.
final class PlainText implements NodeVisitor {

    private static final Set<String> LINES =
            Set.of(
                    "p",
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
                    "tr",
                    "pre",
                    "hr",
                    "iframe");
    private static final Set<String> GAPS = Set.of("br", "img", "td", "th");
    private static final Pattern SPACE = Pattern.compile("\\s");

    private final StringBuilder text = new StringBuilder();
    private boolean lineDue;
    private boolean spaceDue;

    private PlainText() {}

    static String of(Node node) {
        PlainText reader = new PlainText();
        node.traverse(reader);
        return reader.text.toString();
    }

    static String ofHtml(String html) {
        return of(Jsoup.parseBodyFragment(html).body());
    }

    /// How many words there are, dashes and other signs not counted.
    static int words(String text) {
        Predicate<String> word = part -> part.codePoints().anyMatch(Character::isLetterOrDigit);
        return (int) SPACE.splitAsStream(text).filter(word).count();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode part) {
            append(part.getWholeText());
        } else {
            separate(node);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        separate(node);
    }

    private void separate(Node node) {
        if (node instanceof Element element) {
            lineDue |= LINES.contains(element.normalName());
            spaceDue |= GAPS.contains(element.normalName());
        }
    }

    private void append(String part) {
        for (int i = 0; i < part.length(); i++) {
            char character = part.charAt(i);
            if (Character.isWhitespace(character) || character == '\u00a0') {
                spaceDue = true;
            } else {
                if (!text.isEmpty() && (lineDue || spaceDue)) {
                    text.append(lineDue ? '\n' : ' ');
                }
                lineDue = false;
                spaceDue = false;
                text.append(character);
            }
        }
    }
}
