package dev.vestnik.news;

import dev.vestnik.database.Reads;
import dev.vestnik.database.Row;
import dev.vestnik.database.Sql;
import dev.vestnik.database.Writes;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import dev.vestnik.text.Slugs;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives items their slugs: unique within a locale, kept once they were public.
@Singleton
class NewsSlugs {

    private static final String KNOWN =
            "update news_slug set was_public = true where locale = ? and slug = ? and was_public = false";

    private static final String TAKEN =
            "select item_id from news_slug where locale = ? and slug = ?";

    private final Reads reads;
    private final Writes writes;

    NewsSlugs(Reads reads, Writes writes) {
        this.reads = reads;
        this.writes = writes;
    }

    /// Takes a slug for a new item: the given one, or one made of the title and made unique.
    ///
    /// @throws Problem 422 where the given one is none, 409 where it is taken
    String take(String locale, @Nullable String given, String title, UUID itemId) {
        String slug = given != null ? valid(given) : free(locale, Slugs.of(title));
        if (given != null && isTaken(locale, given)) {
            throw taken(given);
        }
        NewsSlug.taking(locale, slug, itemId).persist();
        return slug;
    }

    /// Changes the slug of a draft. One that the public knows goes on leading to the item, another
    /// is free again.
    void rename(NewsItem item, @Nullable String wanted) {
        if (wanted == null || wanted.equals(item.slug)) {
            return;
        }
        NewsSlug known = NewsSlug.findById(NewsSlug.key(item.locale, valid(wanted)));
        if (known != null && !known.itemId.equals(item.id)) {
            throw taken(wanted);
        }
        NewsSlug.delete(
                "locale = ?1 and slug = ?2 and wasPublic = false and itemId = ?3",
                item.locale,
                item.slug,
                item.id);
        if (known == null) {
            NewsSlug.taking(item.locale, wanted, item.id).persist();
        }
        item.slug = wanted;
    }

    /// The public knows the slug, which has been flushed, from now on.
    void published(NewsItem item) {
        writes.update(Sql.of(KNOWN, item.locale, item.slug));
    }

    private String free(String locale, String base) {
        String slug = base;
        for (int n = 2; isTaken(locale, slug); n++) {
            slug = Slugs.numbered(base, n);
        }
        return slug;
    }

    private boolean isTaken(String locale, String slug) {
        return !reads.list(Sql.of(TAKEN, locale, slug), Row::id).isEmpty();
    }

    private static String valid(String slug) {
        if (!Slugs.valid(slug)) {
            throw Problem.invalid(
                    "/slug", "INVALID_SLUG", "must be of a-z, 0-9 and single dashes between them");
        }
        return slug;
    }

    private static Problem taken(String slug) {
        return Problem.of(
                ProblemType.SLUG_TAKEN,
                "The slug " + slug + " belongs to another item in this locale.");
    }
}
