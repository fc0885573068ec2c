package dev.vestnik.news;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.vestnik.database.JsonText;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// One save of an item, as it was sent. Never changes.
@Entity
@Immutable
@IdClass(NewsRevision.Key.class)
public class NewsRevision extends PanacheEntityBase {

    @Id public UUID itemId;

    /// From 1, without gaps but for the oldest, which go when there are more than are kept.
    @Id public int number;

    /// The version that the item had once it was saved.
    public long itemVersion;

    @Column(nullable = false)
    public Instant at;

    /// Who saved it; null where it was not a user.
    public @Nullable String editor;

    @Column(nullable = false)
    @Convert(converter = ContentColumn.class)
    public NewsInput content;

    static Optional<NewsRevision> of(UUID itemId, int number) {
        return findByIdOptional(new Key(itemId, number));
    }

    /// The number of an item's last save; 0 where nothing was kept.
    static int lastNumber(UUID itemId) {
        return getEntityManager()
                .createQuery(
                        "select coalesce(max(r.number), 0) from NewsRevision r where r.itemId = :item",
                        Integer.class)
                .setParameter("item", itemId)
                .getSingleResult();
    }

    /// The last save that a reader of the version can have seen.
    static Optional<NewsRevision> asOfVersion(UUID itemId, long version) {
        return find("itemId = ?1 and itemVersion <= ?2 order by number desc", itemId, version)
                .firstResultOptional();
    }

    /// What was sent, as JSON.
    @Immutable
    @Converter
    static class ContentColumn implements AttributeConverter<NewsInput, String> {

        private static final JsonText<NewsInput> TEXT = new JsonText<>(new TypeReference<>() {});

        @Override
        public String convertToDatabaseColumn(NewsInput content) {
            return TEXT.write(content);
        }

        @Override
        public NewsInput convertToEntityAttribute(String column) {
            return TEXT.read(column);
        }
    }

    /// The key of a row.
    public record Key(UUID itemId, int number) implements Serializable {}
}
