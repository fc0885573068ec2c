package dev.vestnik.news;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/// A tag of a published item, with the columns that a tag's page is read by, so that it is one walk
/// of an index.
@Entity
@IdClass(PublicationTag.Key.class)
public class PublicationTag extends PanacheEntityBase {

    @Id public UUID edition;

    @Id public UUID tagId;

    /// The item's id.
    @Column(nullable = false)
    public UUID publicationId;

    /// Its place among the item's tags, from 0.
    public int position;

    @Column(nullable = false)
    public String locale;

    @Column(nullable = false)
    public Instant publishedAt;

    @Column(nullable = false)
    public Instant visibleFrom;

    @Column(nullable = false)
    public Instant visibleUntil;

    /// Writes the tags of a publication anew.
    static void rewrite(Publication publication, Iterable<UUID> tags) {
        delete("edition", publication.edition);
        write(publication, tags);
    }

    /// Writes the tags of a publication that has none.
    static void write(Publication publication, Iterable<UUID> tags) {
        int position = 0;
        for (UUID tag : tags) {
            PublicationTag carries = new PublicationTag();
            carries.edition = publication.edition;
            carries.tagId = tag;
            carries.publicationId = publication.id;
            carries.position = position++;
            carries.locale = publication.locale;
            carries.publishedAt = publication.publishedAt;
            carries.visibleFrom = publication.visibleFrom;
            carries.visibleUntil = publication.visibleUntil;
            carries.persist();
        }
    }

    /// The key of a row.
    public record Key(UUID edition, UUID tagId) implements Serializable {}
}
