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

    @Id public UUID publicationId;

    @Id public UUID tagId;

    /// Its place among the item's tags, from 0.
    public int position;

    @Column(nullable = false)
    public String locale;

    @Column(nullable = false)
    public Instant publishedAt;

    /// Writes the tags of a publication anew.
    static void write(Publication publication, Iterable<UUID> tags) {
        delete("publicationId", publication.id);
        int position = 0;
        for (UUID tag : tags) {
            PublicationTag carries = new PublicationTag();
            carries.publicationId = publication.id;
            carries.tagId = tag;
            carries.position = position++;
            carries.locale = publication.locale;
            carries.publishedAt = publication.publishedAt;
            carries.persist();
        }
    }

    /// The key of a row.
    public record Key(UUID publicationId, UUID tagId) implements Serializable {}
}
