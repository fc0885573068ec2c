package dev.vestnik.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/// Gives every heading an `id` one can read in a link, made of its text and unique in the body.
final class HeadingIds {

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> repetitions = new HashMap<>();

    private HeadingIds() {}

    static void assign(Element body) {
        HeadingIds ids = new HeadingIds();
        for (Element heading : body.select("h2, h3, h4")) {
            String text = PlainText.of(heading);
            if (text.isEmpty()) {
                heading.tagName("p");
            } else {
                heading.attr("id", ids.unique(Slugs.of(text)));
            }
        }
    }

    private String unique(String slug) {
        String id = slug;
        while (!taken.add(id)) {
            id = Slugs.numbered(slug, repetitions.merge(slug, 1, Integer::sum) + 1);
        }
        return id;
    }
}
