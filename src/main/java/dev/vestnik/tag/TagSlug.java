package dev.vestnik.tag;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/// A slug that leads to a tag: its present one, one it had before, or one of a tag that was merged
/// into it.
@Entity
public class TagSlug extends PanacheEntityBase {

    @Id public String slug;

    @Column(nullable = false)
    public UUID tagId;

    static TagSlug leading(String slug, UUID tagId) {
        TagSlug leads = new TagSlug();
        leads.slug = slug;
        leads.tagId = tagId;
        return leads;
    }

    static boolean taken(String slug) {
        return count("slug", slug) > 0;
    }

    /// Lets all slugs of one tag lead to another.
    static void lead(UUID from, UUID into) {
        update("tagId = ?1 where tagId = ?2", into, from);
    }
}
