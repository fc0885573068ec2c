package dev.vestnik.search;

import dev.vestnik.edge.Ids;
import dev.vestnik.site.Locales;
import dev.vestnik.tag.Tag;
import dev.vestnik.tag.TagRef;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The tags as they were when the change log last told of them. A newsroom's vocabulary fits into
/// memory, and a new name is in every answer at once.
@Singleton
class KnownTags {

    private final Locales locales;
    private volatile Map<UUID, Tag> byId = Map.of();
    private volatile Map<String, UUID> bySlug = Map.of();

    KnownTags(Locales locales) {
        this.locales = locales;
    }

    void read() {
        List<Tag> tags = QuarkusTransaction.requiringNew().call(Tag::all);
        Map<UUID, Tag> ids = new HashMap<>();
        Map<String, UUID> slugs = new HashMap<>();
        for (Tag tag : tags) {
            ids.put(tag.id, tag);
            slugs.put(tag.slug, tag.id);
        }
        byId = ids;
        bySlug = slugs;
    }

    Stream<Tag> all() {
        return byId.values().stream();
    }

    Optional<TagRef> named(UUID id, String locale) {
        return Optional.ofNullable(byId.get(id)).map(tag -> TagRef.of(tag, locale, locales));
    }

    List<TagRef> named(Collection<UUID> ids, String locale) {
        return ids.stream()
                .map(byId::get)
                .filter(Objects::nonNull)
                .map(tag -> TagRef.of(tag, locale, locales))
                .toList();
    }

    /// The id of a tag by its id, or by a slug, be it an old one.
    Optional<UUID> id(String idOrSlug) {
        if (Ids.isId(idOrSlug)) {
            return Optional.of(UUID.fromString(idOrSlug));
        }
        UUID known = bySlug.get(idOrSlug);
        return known == null
                ? QuarkusTransaction.requiringNew()
                        .call(() -> Tag.bySlug(idOrSlug).map(tag -> tag.id))
                : Optional.of(known);
    }
}
