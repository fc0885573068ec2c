package dev.vestnik.text;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;

/// Lays a sanitised body out anew, so that parsing what it writes gives the same again: only blocks
/// at the top, loose text in paragraphs, no empty elements, no block inside a line. It writes
/// nothing but `AllowedHtml`.
final class BodyLayout {

    private final Element body;
    private final Set<Element> holdingBlocks = Collections.newSetFromMap(new IdentityHashMap<>());

    private BodyLayout(Element body) {
        this.body = body;
        body.traverse((node, depth) -> {
            if (node instanceof Element element
                    && AllowedHtml.BLOCKS.contains(element.normalName())) {
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
        new Flow(layout, written, true).write(body);
        return written;
    }

    /// Whether an element is the whole body, in which blank lines part paragraphs.
    boolean isTop(Element element) {
        return element == body;
    }

    boolean holdsBlocks(Element element) {
        return holdingBlocks.contains(element);
    }
}
