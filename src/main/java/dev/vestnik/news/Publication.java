package dev.vestnik.news;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An edition of a news item: what the public sees of it from one moment until another. Public
/// reads touch nothing else of the news, and always ask for the moment. An item has at most two:
/// the present one, and one that is planned.
@Entity
public class Publication extends PanacheEntityBase {

    static final Instant FOREVER = Instant.parse("9999-12-31T23:59:59Z");

    @Id public UUID edition;

    /// The item's.
    @Column(nullable = false)
    public UUID id;

    /// From when on it is seen.
    @Column(nullable = false)
    public Instant visibleFrom;

    /// From when on it is no longer seen; `FOREVER` where no end is planned.
    @Column(nullable = false)
    public Instant visibleUntil;

    /// The version of the item that was published.
    public long version;

    @Column(nullable = false)
    public String locale;

    @Column(nullable = false)
    public UUID translationGroup;

    @Column(nullable = false)
    public String slug;

    @Column(nullable = false)
    public Instant createdAt;

    /// When the public last saw it change.
    @Column(nullable = false)
    public Instant updatedAt;

    @Column(nullable = false)
    public Instant publishedAt;

    @Column(nullable = false)
    public byte[] titleKey;

    @Embedded public Headline headline;

    @Embedded public Body body;

    @Column(nullable = false)
    @Convert(converter = Correction.Column.class)
    public List<Correction> corrections = new ArrayList<>();

    /// The edition that the public sees of an item.
    static Optional<Publication> visible(UUID id, Instant now) {
        return find("id = ?1 and visibleFrom <= ?2 and visibleUntil > ?2", id, now)
                .firstResultOptional();
    }

    /// The editions of an item, the present one first.
    static List<Publication> of(UUID id) {
        return list("id = ?1 order by visibleFrom", id);
    }

    boolean isVisible(Instant now) {
        return !visibleFrom.isAfter(now) && visibleUntil.isAfter(now);
    }

    /// Takes over the item as it is now.
    void show(NewsItem item) {
        id = item.id;
        version = item.version;
        locale = item.locale;
        translationGroup = item.translationGroup;
        slug = item.slug;
        createdAt = item.createdAt;
        updatedAt = visibleFrom.isAfter(item.updatedAt) ? visibleFrom : item.updatedAt;
        publishedAt = item.publishedAt == null ? visibleFrom : item.publishedAt;
        titleKey = item.titleKey;
        headline = item.headline;
        body = item.body;
        corrections = List.copyOf(item.corrections);
    }
}
