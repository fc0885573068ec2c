package dev.vestnik.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlChangeListener;

/// What the sanitiser took away, for the editor's warnings: names such as `script` or
/// `img[onerror]`. Tags that only give way to a like one (`h1`, `div`, `span`) are not worth a
/// warning.
final class Removals implements HtmlChangeListener<Object> {

    private static final int MOST = 20;
    private static final int LONGEST = 60;

    private static final Set<String> UNREMARKABLE =
            Set.of(
                    "html",
                    "head",
                    "body",
                    "span",
                    "font",
                    "label",
                    "small",
                    "big",
                    "dfn",
                    "var",
                    "bdi",
                    "wbr",
                    "col",
                    "colgroup",
                    "picture");

    private static final Set<String> UNREMARKABLE_ATTRIBUTES =
            Set.of(
                    "a[rel]",
                    "code[class]",
                    "th[align]",
                    "td[align]",
                    "h2[id]",
                    "h3[id]",
                    "h4[id]",
                    "div[id]");

    private final Set<String> names = new LinkedHashSet<>();

    List<String> names() {
        return List.copyOf(names);
    }

    @Override
    public void discardedTag(Object context, String element) {
        if (!UNREMARKABLE.contains(element) && !BodySanitizer.RENAMED.containsKey(element)) {
            add(element);
        }
    }

    @Override
    public void discardedAttributes(Object context, String element, String... attributes) {
        for (String attribute : attributes) {
            String name = element + "[" + attribute + "]";
            if (!UNREMARKABLE_ATTRIBUTES.contains(name)) {
                add(name);
            }
        }
    }

    private void add(String name) {
        if (names.size() < MOST) {
            names.add(name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name);
        }
    }
}
