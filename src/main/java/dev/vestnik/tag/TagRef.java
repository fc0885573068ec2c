package dev.vestnik.tag;

import dev.vestnik.site.Locales;
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

    /// The tag for an item in a locale.
    public static TagRef of(Tag tag, String locale, Locales locales) {
        return of(tag.id, tag.slug, tag.names, locale, locales);
    }

    /// The names by locale that stand in the column of them.
    public static Map<String, String> names(String column) {
        return new Tag.TextsColumn().convertToEntityAttribute(column);
    }

    /// The same from names by locale.
    public static TagRef of(
            UUID id, String slug, Map<String, String> names, String locale, Locales locales) {
        String present = locales.present(locale, names);
        return new TagRef(id, slug, names.getOrDefault(present, slug), present);
    }
}
