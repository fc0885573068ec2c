package dev.vestnik.consent;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.vestnik.database.JsonText;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A consent as its events have it, and beside that what opens it: hashes that an erasure destroys.
/// Its id is that of its chain in the ledger.
@Entity
@Table(name = "consent_record")
class ConsentRecord extends PanacheEntityBase {

    @Id UUID id;

    /// The position of the last event.
    int version;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    ConsentState state;

    @Column(nullable = false)
    String noticeKey;

    int noticeVersion;

    @Column(nullable = false)
    String locale;

    @Column(nullable = false)
    String textHash;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    ConsentMethod method;

    boolean gpc;
    boolean onBehalf;

    @Column(nullable = false)
    @Convert(converter = DecisionsColumn.class)
    Map<String, Decision> decisions = new TreeMap<>();

    int decided;

    @Column(nullable = false)
    Instant givenAt;

    @Column(nullable = false)
    Instant changedAt;

    @Column(nullable = false)
    Instant expiresAt;

    boolean linked;

    /// SHA-256 of the subject's token; null once it is erased.
    @Nullable String tokenHash;

    /// A keyed hash of the id of the reader whose it is; null where it is nobody's.
    @Nullable String readerHash;

    /// A keyed hash of the token's hash, from the erasure on: enough to tell its holder so.
    @Nullable String tombstone;

    static Optional<ConsentRecord> of(UUID id) {
        return find("id", id).firstResultOptional();
    }

    /// The record, locked until the end of the transaction.
    static Optional<ConsentRecord> locked(UUID id) {
        return getEntityManager()
                .createNativeQuery(
                        "select id from consent_record where id = :id for update", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(known -> ConsentRecord.<ConsentRecord>findById(known));
    }

    Projection projection() {
        return new Projection(
                state,
                noticeKey,
                noticeVersion,
                locale,
                textHash,
                method,
                gpc,
                onBehalf,
                new TreeMap<>(decisions),
                decided,
                givenAt,
                changedAt,
                expiresAt,
                linked,
                version);
    }

    void show(Projection projection) {
        state = projection.state();
        noticeKey = projection.notice();
        noticeVersion = projection.noticeVersion();
        locale = projection.locale();
        textHash = projection.textHash();
        method = projection.method();
        gpc = projection.gpc();
        onBehalf = projection.onBehalf();
        decisions = new TreeMap<>(projection.decisions());
        decided = projection.decided();
        givenAt = projection.givenAt();
        changedAt = projection.changedAt();
        expiresAt = projection.expiresAt();
        linked = projection.linked();
        version = projection.version();
    }

    /// Decisions by purpose, as JSON.
    @Converter
    static class DecisionsColumn implements AttributeConverter<Map<String, Decision>, String> {

        private static final JsonText<Map<String, Decision>> TEXT =
                new JsonText<>(new TypeReference<>() {});

        @Override
        public String convertToDatabaseColumn(Map<String, Decision> decisions) {
            return TEXT.write(decisions);
        }

        @Override
        public Map<String, Decision> convertToEntityAttribute(String column) {
            return new TreeMap<>(TEXT.read(column));
        }
    }
}
