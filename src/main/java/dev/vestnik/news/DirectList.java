package dev.vestnik.news;

import dev.vestnik.edge.DirectRead;
import dev.vestnik.edge.Tracked;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A page of the newest news, of a locale, of a tag: the front page and what is turned over from
/// there. Who goes further back asks for what is never ready.
@Singleton
class DirectList implements DirectRead {

    private static final String LIST = "/api/v1/news";
    private static final String LIMIT = "limit";
    private static final String TAG = "tag";
    private static final Set<String> PLAIN = Set.of("locale", TAG, LIMIT, "cursor");
    private static final Pattern ONE_TO_HUNDRED = Pattern.compile("[1-9]\\d?|100");

    private final NewsPages pages;

    DirectList(NewsPages pages) {
        this.pages = pages;
    }

    @Override
    public @Nullable Supplier<@Nullable Tracked> of(String path, Map<String, String> query) {
        if (!path.equals(LIST) || !PLAIN.containsAll(query.keySet())) {
            return null;
        }
        NewsListing wanted = new NewsListing();
        String limit = query.get(LIMIT);
        if (limit != null) {
            if (!ONE_TO_HUNDRED.matcher(limit).matches()) {
                return null;
            }
            wanted.limit = Integer.parseInt(limit);
        }
        wanted.locale = query.get("locale");
        wanted.cursor = query.get("cursor");
        String tag = query.get(TAG);
        if (tag != null) {
            wanted.tag = List.of(tag);
        }
        return () -> pages.news(wanted);
    }
}
