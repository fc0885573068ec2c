package dev.vestnik.news;

import dev.vestnik.edge.DirectRead;
import dev.vestnik.edge.Ids;
import dev.vestnik.edge.Tracked;
import dev.vestnik.site.Site;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One published item by its slug or id, with nothing said but the locale. There are many more of
/// them than the response cache holds: of all that the public reads, this is most often not ready.
@Singleton
class DirectItem implements DirectRead {

    private static final String ITEMS = "/api/v1/news/";
    private static final String LOCALE = "locale";
    private static final Set<String> PLAIN = Set.of(LOCALE);

    private final NewsDesk desk;
    private final NewsViews views;
    private final Site site;

    DirectItem(NewsDesk desk, NewsViews views, Site site) {
        this.desk = desk;
        this.views = views;
        this.site = site;
    }

    @Override
    public @Nullable Supplier<@Nullable Tracked> of(String path, Map<String, String> query) {
        String locale = query.getOrDefault(LOCALE, site.defaultLocale());
        if (!path.startsWith(ITEMS)
                || !PLAIN.containsAll(query.keySet())
                || !site.locales().contains(locale)) {
            return null;
        }
        String idOrSlug = path.substring(ITEMS.length());
        return isPlain(idOrSlug) ? () -> item(locale, idOrSlug) : null;
    }

    /// Of nothing but what slugs and ids are made of.
    private static boolean isPlain(String segment) {
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
        }
        return !segment.isEmpty();
    }

    private @Nullable Tracked item(String locale, String idOrSlug) {
        Optional<NewsRow> item =
                Ids.isId(idOrSlug)
                        ? desk.shown(UUID.fromString(idOrSlug))
                        : desk.shown(locale, idOrSlug);
        return item.map(row -> views.single(row, EnumSet.noneOf(Part.class), null)).orElse(null);
    }
}
