package dev.vestnik.news;

import dev.vestnik.text.BodyFormat;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// An item as its editors have it. What the public sees stands in its `Publication`; to change the
/// one is not to change the other. To publish an item is no reason to write its text anew.
@Entity
@DynamicUpdate
public class NewsItem extends PanacheEntityBase {

    @Id public UUID id;

    @Version public long version;

    @Column(nullable = false)
    public String locale;

    /// The same for an item and its translations.
    @Column(nullable = false)
    public UUID translationGroup;

    @Column(nullable = false)
    public String slug;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    public NewsStatus status = NewsStatus.DRAFT;

    /// The user who made it; null for imported items.
    public @Nullable UUID createdBy;

    @Column(nullable = false)
    public Instant createdAt;

    @Column(nullable = false)
    public Instant updatedAt;

    /// When it first became public; stays through later publications.
    public @Nullable Instant publishedAt;

    /// `publishedAt`, or `createdAt` as long as there is none: editors' lists are sorted by it.
    @Column(nullable = false)
    public Instant sortedAt;

    /// Whether the public has ever seen it.
    public boolean wasPublic;

    /// Whether it was saved since what the public sees was published.
    public boolean pendingChanges;

    /// When it was put into the trash.
    public @Nullable Instant trashedAt;

    /// Sorts titles as the locale wants (`Collation`).
    @Column(nullable = false)
    public byte[] titleKey;

    @Embedded public Headline headline;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    public BodyFormat bodyFormat;

    /// The body as the editor wrote it.
    @Column(nullable = false)
    public String bodyContent;

    @Embedded public Body body;

    @Column(nullable = false)
    @Convert(converter = Correction.Column.class)
    public List<Correction> corrections = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "news_item_tag", joinColumns = @JoinColumn(name = "item_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 50)
    @Column(name = "tag_id")
    public List<UUID> tags = new ArrayList<>();

    /// Whether anything may be planned for it: nothing is for a draft, nor for what is in the trash
    /// or archived.
    boolean canBePlanned() {
        return status == NewsStatus.SCHEDULED || status == NewsStatus.PUBLISHED;
    }

    /// Makes it public now, or, the first time, as of an earlier moment. The first moment stands.
    void published(Instant now, @Nullable Instant at) {
        if (at != null || publishedAt == null) {
            publishedAt = at == null ? now : at;
            sortedAt = publishedAt;
        }
        status = NewsStatus.PUBLISHED;
        wasPublic = true;
        pendingChanges = false;
        updatedAt = now;
    }

    /// Notes that its content has changed.
    void saved(Instant now) {
        pendingChanges = status == NewsStatus.PUBLISHED;
        updatedAt = now;
    }

    /// Takes it back from the public.
    void withdrawn(Instant now) {
        moved(NewsStatus.DRAFT, now);
    }

    /// Moves it to another state.
    void moved(NewsStatus to, Instant now) {
        status = to;
        pendingChanges = pendingChanges && to == NewsStatus.PUBLISHED;
        updatedAt = now;
    }

    void trashed(Instant now) {
        trashedAt = now;
        withdrawn(now);
    }

    void restored(Instant now) {
        trashedAt = null;
        withdrawn(now);
    }
}
