package dev.vestnik.tag;

import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import dev.vestnik.site.Locales;
import dev.vestnik.site.Site;
import dev.vestnik.text.Slugs;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Brings what an editor sent into a tag, and keeps slugs unique.
@Singleton
class TagEditing {

    private final Site site;
    private final Locales locales;
    private final InstantSource time;

    TagEditing(Site site, Locales locales, InstantSource time) {
        this.site = site;
        this.locales = locales;
        this.time = time;
    }

    /// A new tag.
    Tag create(UUID id, TagInput input) {
        Tag tag = new Tag();
        tag.id = id;
        apply(input, tag, slugFor(input));
        tag.persist();
        TagSlug.leading(tag.slug, tag.id).persist();
        return tag;
    }

    /// A new tag's slug: the given one, or one made of its name and made unique.
    private String slugFor(TagInput input) {
        if (input.slug() != null) {
            return free(valid(input.slug()));
        }
        String base = Slugs.of(defaultName(input));
        String slug = base;
        for (int n = 2; TagSlug.taken(slug); n++) {
            slug = Slugs.numbered(base, n);
        }
        return slug;
    }

    /// Writes the input into the tag; a slug that is not given stays as it is.
    void apply(TagInput input, Tag tag, @Nullable String newSlug) {
        defaultName(input);
        locales.require("/names", input.names().keySet());
        Map<String, String> descriptions =
                input.description() == null ? Map.of() : input.description();
        locales.require("/description", descriptions.keySet());
        tag.names = new LinkedHashMap<>(input.names());
        tag.descriptions = new LinkedHashMap<>(descriptions);
        tag.aliases =
                input.aliases() == null
                        ? new ArrayList<>()
                        : new ArrayList<>(new LinkedHashSet<>(input.aliases()));
        if (newSlug != null) {
            tag.slug = newSlug;
        }
        Instant now = time.instant();
        if (tag.createdAt == null) {
            tag.createdAt = now;
        }
        tag.updatedAt = now;
    }

    /// Gives the tag another slug; the old one goes on leading to it.
    @Nullable String renamed(Tag tag, @Nullable String wanted) {
        if (wanted == null || wanted.equals(tag.slug)) {
            return null;
        }
        TagSlug known = TagSlug.findById(valid(wanted));
        if (known == null) {
            TagSlug.leading(wanted, tag.id).persist();
        } else if (!known.tagId.equals(tag.id)) {
            throw taken(wanted);
        }
        return wanted;
    }

    /// What the tag that stays is called after another was merged into it.
    List<String> aliasesOfBoth(Tag stays, Tag goes) {
        Set<String> aliases = new LinkedHashSet<>(stays.aliases);
        aliases.addAll(goes.names.values());
        aliases.addAll(goes.aliases);
        aliases.removeAll(stays.names.values());
        return new ArrayList<>(aliases);
    }

    private String defaultName(TagInput input) {
        String name = input.names().get(site.defaultLocale());
        if (name == null) {
            throw Problem.invalid(
                    "/names",
                    "DEFAULT_LOCALE_MISSING",
                    "must have a name in " + site.defaultLocale());
        }
        return name;
    }

    private static String valid(String slug) {
        if (!Slugs.valid(slug)) {
            throw Problem.invalid(
                    "/slug", "INVALID_SLUG", "must be of a-z, 0-9 and single dashes between them");
        }
        return slug;
    }

    private static String free(String slug) {
        if (TagSlug.taken(slug)) {
            throw taken(slug);
        }
        return slug;
    }

    private static Problem taken(String slug) {
        return Problem.of(ProblemType.SLUG_TAKEN, "The slug " + slug + " leads to another tag.");
    }
}
