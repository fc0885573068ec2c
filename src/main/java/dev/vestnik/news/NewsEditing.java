package dev.vestnik.news;

import dev.vestnik.edge.Ids;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import dev.vestnik.site.Locales;
import dev.vestnik.text.Collation;
import dev.vestnik.text.RenderedBody;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Brings what an editor sent into an item.
@Singleton
class NewsEditing {

    /// In bytes: what a column of H2 takes.
    private static final int LONGEST_PART = 1024 * 1024;

    private final Locales locales;
    private final NewsTags tags;
    private final NewsSlugs slugs;
    private final InstantSource time;

    NewsEditing(Locales locales, NewsTags tags, NewsSlugs slugs, InstantSource time) {
        this.locales = locales;
        this.tags = tags;
        this.slugs = slugs;
        this.time = time;
    }

    /// An item that was written, and what its editor should know of it.
    ///
    /// @param isNew whether it was not there before
    record Saved(NewsItem item, List<String> warnings, boolean isNew) {}

    /// A new draft.
    Saved create(NewsInput input, @Nullable UUID author) {
        UUID id = Ids.next();
        return create(id, id, input, author);
    }

    /// A new draft with a known id, in a translation group.
    Saved create(UUID id, UUID translationGroup, NewsInput input, @Nullable UUID author) {
        locales.require("/locale", List.of(input.locale()));
        NewsItem item = new NewsItem();
        Instant now = time.instant();
        item.id = id;
        item.locale = input.locale();
        item.translationGroup = translationGroup;
        item.createdBy = author;
        item.createdAt = now;
        item.sortedAt = now;
        item.slug = slugs.take(input.locale(), input.slug(), input.title(), item.id);
        List<String> warnings = write(input, item);
        if (input.slug() == null && item.slug.matches(".*-\\d+")) {
            warnings.add("The slug was made unique: " + item.slug);
        }
        item.persist();
        return new Saved(item, warnings, true);
    }

    /// A draft in another locale, in the original's group.
    ///
    /// @throws Problem 409 where the group has an item in that locale
    Saved translate(NewsItem original, TranslationInput input, @Nullable UUID author) {
        locales.require("/locale", List.of(input.locale()));
        if (NewsItem.count(
                        "translationGroup = ?1 and locale = ?2",
                        original.translationGroup,
                        input.locale())
                > 0) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "There is an item of this group in "
                            + input.locale()
                            + " already, if only in the trash.");
        }
        return create(Ids.next(), original.translationGroup, input.of(original), author);
    }

    /// Changes a draft, or the working copy of a published item.
    Saved change(NewsInput input, NewsItem item) {
        if (item.trashedAt != null) {
            throw Problem.of(ProblemType.INVALID_STATE, "It is in the trash; restore it first.");
        }
        if (!input.locale().equals(item.locale)) {
            throw Problem.invalid("/locale", "LOCALE_FIXED", "is " + item.locale + " and stays so");
        }
        slugs.rename(item, input.slug());
        return new Saved(item, write(input, item), false);
    }

    private List<String> write(NewsInput input, NewsItem item) {
        RenderedBody rendered = RenderedBody.of(input.body().format(), input.body().content());
        Body body = Body.of(rendered);
        if (body.longestPart() > LONGEST_PART) {
            throw Problem.invalid("/body/content", "TOO_LONG", "is too long once it is HTML");
        }
        item.headline =
                new Headline(
                        input.title().strip(),
                        input.summary(),
                        input.author(),
                        input.source(),
                        input.cover(),
                        input.seo(),
                        input.featuredUntil(),
                        rendered.readingMinutes());
        item.titleKey = Collation.key(item.locale, item.headline.title());
        item.bodyFormat = input.body().format();
        item.bodyContent = input.body().content();
        item.body = body;
        List<UUID> wanted = tags.named(input.tags());
        if (!wanted.equals(item.tags)) {
            item.tags = wanted;
        }
        item.saved(time.instant());
        return warnings(item, rendered);
    }

    private static List<String> warnings(NewsItem item, RenderedBody rendered) {
        List<String> warnings = new ArrayList<>();
        if (!rendered.removed().isEmpty()) {
            warnings.add("Removed from the body: " + String.join(", ", rendered.removed()));
        }
        if (item.headline.summary() == null) {
            warnings.add("There is no summary");
        }
        Cover cover = item.headline.cover();
        if (cover != null && (cover.alt() == null || cover.alt().isBlank())) {
            warnings.add("The cover has no alternative text");
        }
        return warnings;
    }
}
