package dev.vestnik.sync;

import dev.vestnik.edge.Parameters;
import dev.vestnik.edge.Problem;
import dev.vestnik.news.NewsListing;
import dev.vestnik.site.Locales;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a client keeps in step: it stands in each of its tokens.
///
/// @param limit how many items an answer has at most
/// @param include parts of the items; null for none
/// @param tags as in a list of news; slugs stay slugs, so that they follow a tag that is merged
record SyncFilter(int limit, @Nullable String include, @Nullable String locale, List<String> tags) {

    private static final int USUAL = 20;

    /// What a token can hold and still fit into an address.
    private static final int LONGEST = 1000;

    /// Parts that change with their item alone: others would grow old without a change of it.
    private enum Part {
        BODY,
        BLOCKS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static SyncFilter of(SyncListing wanted, Locales locales) {
        locales.parameter(wanted.locale);
        for (String any : wanted.tag) {
            Set<String> tags = Parameters.values("tag", any);
            if (tags.stream().anyMatch(tag -> tag.chars().anyMatch(Character::isISOControl))) {
                throw Problem.parameter("tag", "INVALID_TEXT", "has control characters");
            }
        }
        if (wanted.tag.stream().mapToInt(String::length).sum() > LONGEST) {
            throw Problem.parameter(
                    "tag", "TOO_LONG", "may have at most " + LONGEST + " characters in all");
        }
        if (wanted.include != null) {
            Parameters.constants("include", wanted.include, Part.class);
        }
        return new SyncFilter(USUAL, wanted.include, wanted.locale, List.copyOf(wanted.tag))
                .limitedTo(wanted.limit);
    }

    SyncFilter limitedTo(@Nullable Integer most) {
        return most == null ? this : new SyncFilter(most, include, locale, tags);
    }

    /// As a list of news takes it.
    NewsListing listing() {
        NewsListing listing = new NewsListing();
        listing.include = include;
        listing.locale = locale;
        listing.tag = tags;
        return listing;
    }
}
