package dev.vestnik.tag;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.vestnik.site.Locales;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A tag as a news item shows it.
@Schema(name = "TagRef")
public record TagRef(
        UUID id,
        @Schema(examples = "sajgak") String slug,
        @Schema(description = "In the item's locale where it has one there.", examples = "Сайгак")
                String name,
        @Schema(description = "The locale of the name.", examples = "ru") String locale) {

    private static final int REMEMBERED = 5_000;

    /// What stands in the columns that were read last: the same few are read over and over.
    private static final LoadingCache<String, Map<String, String>> NAMES =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED)
                    .executor(Runnable::run)
                    .build(column ->
                            Collections.unmodifiableMap(
                                    new Tag.TextsColumn().convertToEntityAttribute(column)));

    /// The tag for an item in a locale.
    public static TagRef of(Tag tag, String locale, Locales locales) {
        return of(tag.id, tag.slug, tag.names, locale, locales);
    }

    /// The names by locale that stand in the column of them; not to be changed.
    public static Map<String, String> names(String column) {
        return NAMES.get(column);
    }

    /// The same from names by locale.
    public static TagRef of(
            UUID id, String slug, Map<String, String> names, String locale, Locales locales) {
        String present = locales.present(locale, names);
        return new TagRef(id, slug, names.getOrDefault(present, slug), present);
    }
}
