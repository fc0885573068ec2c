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
import java.util.Objects;
import java.util.UUID;

/// What the public sees of a news item: there is one as long as the item is public, and public
/// reads touch nothing else of the news.
@Entity
public class Publication extends PanacheEntityBase {

    /// The item's.
    @Id public UUID id;

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

    /// Takes over the item as it is now.
    void show(NewsItem item) {
        id = item.id;
        version = item.version;
        locale = item.locale;
        translationGroup = item.translationGroup;
        slug = item.slug;
        createdAt = item.createdAt;
        updatedAt = item.updatedAt;
        publishedAt = Objects.requireNonNull(item.publishedAt);
        titleKey = item.titleKey;
        headline = item.headline;
        body = item.body;
        corrections = List.copyOf(item.corrections);
    }
}
