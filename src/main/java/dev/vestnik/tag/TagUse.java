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

    /// Gives some hundred items of one tag another in its place; one that carries both has it once,
    /// where the first of the two was. Works in the present transaction.
    ///
    /// @param by the other; null to take the tag away
    /// @param after the item after which to begin; null to begin with the first
    Replaced replaceNext(UUID tag, @Nullable UUID by, @Nullable UUID after);

    /// What became of some items of a tag.
    ///
    /// @param items how many had it
    /// @param last the last of them; null where none comes after them
    record Replaced(int items, @Nullable UUID last) {}
}
