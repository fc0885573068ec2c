package dev.vestnik.search;

import dev.vestnik.edge.Parameters;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.jspecify.annotations.Nullable;

/// Which items are searched: those that the public sees at the moment, or the newsroom's working
/// copies; and of them those that the filters let through.
///
/// @param newsroom whose working copies are searched; null to search what is public
/// @param asOf when the first page was asked for; what came later stands on none of its pages
record Scope(
        @Nullable Newsroom newsroom,
        @Nullable String locale,
        List<Set<String>> tags,
        @Nullable Instant from,
        @Nullable Instant to,
        Instant now,
        Instant asOf) {

    /// @param owner the author whose own items alone are searched; null for all
    record Newsroom(@Nullable UUID owner) {}

    static Scope of(
            @Nullable Newsroom newsroom,
            SearchListing wanted,
            KnownTags known,
            ZoneId zone,
            Instant now,
            Instant asOf) {
        List<Set<String>> tags = new ArrayList<>();
        for (String any : wanted.tag) {
            Set<String> ids = new HashSet<>();
            for (String tag : Parameters.values("tag", any)) {
                known.id(tag).map(UUID::toString).ifPresent(ids::add);
            }
            tags.add(ids);
        }
        return new Scope(
                newsroom,
                wanted.locale,
                tags,
                Parameters.from("from", wanted.from, zone),
                Parameters.to("to", wanted.to, zone),
                now,
                asOf);
    }

    /// All that is public at a moment.
    static Scope ofPublic(@Nullable String locale, Instant now) {
        return new Scope(null, locale, List.of(), null, null, now, now);
    }

    /// Drafts lie in an index of their own, so that no condition has to keep them from the public.
    List<Class<? extends NewsDocument>> documents() {
        return newsroom == null
                ? List.of(EditionDocument.class)
                : List.of(EditionDocument.class, DraftDocument.class);
    }

    PredicateFinalStep apply(SearchPredicateFactory f, PredicateFinalStep query) {
        var all =
                f.bool()
                        .must(query)
                        .filter(f.range().field("visibleFrom").atMost(asOf))
                        .filter(f.range().field("visibleUntil").greaterThan(now));
        if (newsroom != null) {
            all.filter(f.match().field("working").matching(true));
            if (newsroom.owner() != null) {
                all.filter(f.match().field("owner").matching(newsroom.owner().toString()));
            }
        }
        if (locale != null) {
            all.filter(f.match().field("locale").matching(locale));
        }
        for (Set<String> any : tags) {
            all.filter(any.isEmpty() ? f.matchNone() : f.terms().field("tags").matchingAny(any));
        }
        if (from != null) {
            all.filter(f.range().field("publishedAt").atLeast(from));
        }
        if (to != null) {
            all.filter(f.range().field("publishedAt").atMost(to));
        }
        return all;
    }
}
