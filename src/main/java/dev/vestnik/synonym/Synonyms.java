package dev.vestnik.synonym;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.vestnik.database.JsonText;
import dev.vestnik.edge.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All synonyms of one locale. A locale's id stays the same once it was first written; lines of the
/// change log of kind `SYNONYMS` name it and the locale.
@Entity
public class Synonyms extends PanacheEntityBase {

    @Id public UUID id;

    /// 0 until the first write is done.
    @Version public long version;

    @Column(nullable = false)
    public String locale;

    /// Entries of one group mean the same; each is a word or a few.
    @Column(name = "word_groups", nullable = false)
    @Convert(converter = GroupsColumn.class)
    public List<List<String>> groups = new ArrayList<>();

    @Column(nullable = false)
    public Instant updatedAt;

    /// The user's name.
    public @Nullable String updatedBy;

    /// The groups of a locale, in the editors' order; none where nobody wrote any. The search reads
    /// them in its own transaction, and again when the change log has a line of theirs.
    public static List<List<String>> of(String locale) {
        return written(locale)
                .map(synonyms -> synonyms.groups.stream().map(List::copyOf).toList())
                .orElse(List.of());
    }

    static Optional<Synonyms> written(String locale) {
        return getSession()
                .createNativeQuery("select * from synonyms where locale = :locale", Synonyms.class)
                .setParameter("locale", locale)
                .uniqueResultOptional();
    }

    /// Those of the locale, locked until the end of the transaction; they are made where there are
    /// none, so that the first of two writers at the same moment is seen by the second. Others may
    /// have written while this one waited: the time of its own writing is later than `madeAt`.
    static Synonyms locked(String locale, Instant madeAt) {
        getEntityManager()
                .createNativeQuery(
                        """
                        insert into synonyms (id, version, locale, word_groups, updated_at)
                        values (:id, 0, :locale, '[]', :at)
                        on conflict do nothing\
                        """)
                .setParameter("id", Ids.next())
                .setParameter("locale", locale)
                .setParameter("at", madeAt)
                .executeUpdate();
        UUID id =
                (UUID)
                        getEntityManager()
                                .createNativeQuery(
                                        "select id from synonyms where locale = :locale for update",
                                        UUID.class)
                                .setParameter("locale", locale)
                                .getSingleResult();
        return findById(id);
    }

    /// Groups of words, as JSON.
    @Converter
    static class GroupsColumn implements AttributeConverter<List<List<String>>, String> {

        private static final JsonText<List<List<String>>> TEXT =
                new JsonText<>(new TypeReference<>() {});

        @Override
        public String convertToDatabaseColumn(List<List<String>> groups) {
            return TEXT.write(groups);
        }

        @Override
        public List<List<String>> convertToEntityAttribute(String column) {
            return TEXT.read(column);
        }
    }
}
