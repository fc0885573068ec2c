package dev.vestnik.news;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;

/// A slug that is taken in a locale, by a draft too. One that was public stays its item's for ever.
@Entity
@IdClass(NewsSlug.Key.class)
public class NewsSlug extends PanacheEntityBase {

    @Id public String locale;

    @Id public String slug;

    @Column(nullable = false)
    public UUID itemId;

    public boolean wasPublic;

    static NewsSlug taking(String locale, String slug, UUID itemId) {
        NewsSlug taken = new NewsSlug();
        taken.locale = locale;
        taken.slug = slug;
        taken.itemId = itemId;
        return taken;
    }

    static Key key(String locale, String slug) {
        return new Key(locale, slug);
    }

    /// The key of a row.
    public record Key(String locale, String slug) implements Serializable {}
}
