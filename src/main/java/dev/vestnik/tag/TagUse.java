package dev.vestnik.tag;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What tags ask of those who carry them; the news answer.
public interface TagUse {

    /// How many published items carry each tag; tags that none carries are missing.
    ///
    /// @param locale only items in it; null for all
    Map<UUID, Long> published(@Nullable String locale);

    /// How many published items carry one tag.
    ///
    /// @param locale only those in it; null for all
    long published(UUID tag, @Nullable String locale);

    /// How many items carry the tag, to the public or in a draft, the trash among them.
    long all(UUID tag);

    /// Gives every item of one tag another in its place, keeping its place in the order.
    void replace(UUID tag, UUID by);

    /// Takes the tag from every item.
    void remove(UUID tag);
}
