package dev.vestnik.text;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// A run of text and inline elements being written into a paragraph, heading, list item or cell,
/// its white space folded as a browser shows it. A run without text or picture leaves nothing
/// behind.
final class Line {

    private static final int DEEPEST = 12;

    private final Element holder;
    private final boolean preformatted;
    private final int start;
    private final Deque<Element> open = new ArrayDeque<>();
    private boolean afterSpace = true;
    private boolean filled;

    Line(Element holder) {
        this.holder = holder;
        this.preformatted = holder.nameIs("pre");
        this.start = holder.childNodeSize();
        open.push(holder);
    }

    void text(String text) {
        String written =
                preformatted ? unindented(VisibleText.of(text)) : folded(VisibleText.of(text));
        if (!written.isEmpty()) {
            open.element().appendChild(new TextNode(written));
            afterSpace = preformatted ? false : written.endsWith(" ");
            filled |= !written.replace('\u00a0', ' ').isBlank();
        }
    }

    /// A line break or a picture; breaks that nothing comes before are left out.
    void leaf(Element leaf) {
        if (leaf.nameIs("br") && !filled) {
            return;
        }
        open.element().appendChild(leaf);
        afterSpace = leaf.nameIs("br");
        filled |= leaf.nameIs("img");
    }

    /// Opens an inline element, unless the same is open already.
    void open(Element inline) {
        Element parent = open.element();
        boolean nests = inline.nameIs("q") || inline.nameIs("sub") || inline.nameIs("sup");
        boolean same = !nests && open.stream().anyMatch(outer -> outer.nameIs(inline.normalName()));
        if (same || open.size() > DEEPEST) {
            open.push(parent);
        } else {
            parent.appendChild(inline);
            open.push(inline);
        }
    }

    void close() {
        Element inline = open.pop();
        if (inline != open.element() && inline.childNodeSize() == 0) {
            inline.remove();
        }
    }

    void end() {
        if (!filled) {
            while (holder.childNodeSize() > start) {
                holder.childNode(holder.childNodeSize() - 1).remove();
            }
        }
        Node last = lastLeaf();
        while (last instanceof TextNode text && last != holder) {
            String trimmed = stripped(text.getWholeText());
            if (!trimmed.isEmpty()) {
                text.text(trimmed);
                return;
            }
            removeWithEmptyParents(text);
            last = lastLeaf();
        }
    }

    /// The last text or leaf of this run; the holder itself if the run is empty.
    private Node lastLeaf() {
        Node last = holder;
        while (last.childNodeSize() > (last == holder ? start : 0)) {
            last = last.childNode(last.childNodeSize() - 1);
        }
        return last;
    }

    private void removeWithEmptyParents(Node node) {
        Node parent = node.parent();
        node.remove();
        if (parent != null && parent != holder && parent.childNodeSize() == 0) {
            removeWithEmptyParents(parent);
        }
    }

    /// The parser drops a line break that opens a `<pre>`: it would be one less with each round.
    private String unindented(String text) {
        if (!afterSpace) {
            return text;
        }
        int from = 0;
        while (from < text.length() && text.charAt(from) == '\n') {
            from++;
        }
        return text.substring(from);
    }

    private String folded(String text) {
        StringBuilder written = new StringBuilder(text.length());
        boolean space = afterSpace;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean blank = character == ' ' || character == '\n' || character == '\t';
            if (!blank) {
                written.append(character);
            } else if (!space) {
                written.append(' ');
            }
            space = blank;
        }
        return written.toString();
    }

    private static String stripped(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\n')) {
            end--;
        }
        return text.substring(0, end);
    }
}
