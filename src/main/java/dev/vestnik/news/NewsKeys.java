package dev.vestnik.news;

import dev.vestnik.tag.TagReach;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The keys by which public answers about news are forgotten.
///
/// An answer that shows an item depends on that (`news:…`), so it is forgotten when the item
/// changes or goes. What would show an item that it does not show yet depends on a list: of all
/// items, of a locale's, of a tag's.
final class NewsKeys {

    private static final String ANY = "*";

    private NewsKeys() {}

    /// What shows the item.
    static String shown(UUID id) {
        return "news:" + id;
    }

    /// The item's own page, and what else shows its neighbours.
    static String around(UUID id) {
        return "around:" + id;
    }

    /// What shows the translations of a group.
    static String group(UUID translationGroup) {
        return "group:" + translationGroup;
    }

    /// A list of news.
    ///
    /// @param locale null for all
    static String list(@Nullable String locale) {
        return "list:" + (locale == null ? ANY : locale);
    }

    /// A list of what carries a tag.
    ///
    /// @param locale null for all
    /// @param tag its slug or id
    static String list(@Nullable String locale, String tag) {
        return list(locale) + ':' + TagReach.named(tag);
    }

    /// What tells of many tags how many items carry them.
    ///
    /// @param locale null for all
    static String counts(@Nullable String locale) {
        return "counts:" + (locale == null ? ANY : locale);
    }

    /// What tells how many items carry one tag.
    ///
    /// @param locale null for all
    static String count(@Nullable String locale, UUID tag) {
        return counts(locale) + ':' + tag;
    }

    /// The same, where an item lost tags that are not known.
    ///
    /// @param locale null for all
    static String losses(@Nullable String locale) {
        return counts(locale) + ":losses";
    }
}
