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
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version of a notice on its way from draft to retired. What it says is the draft, and once it
/// is published its edition.
@Entity
@Table(name = "consent_notice_version")
class NoticeVersion extends PanacheEntityBase {

    @Id UUID id;

    @Version long version;

    @Column(nullable = false)
    UUID noticeId;

    /// From 1.
    int number;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    VersionStatus status;

    /// Null once it is published.
    @Convert(converter = DraftColumn.class)
    @Nullable VersionInput draft;

    @Nullable Instant publishedAt;
    @Nullable Instant retiredAt;

    @Column(nullable = false)
    Instant createdAt;

    @Column(nullable = false)
    Instant updatedAt;

    static List<NoticeVersion> of(UUID noticeId) {
        return list("noticeId = ?1 order by number", noticeId);
    }

    static Optional<NoticeVersion> of(UUID noticeId, int number) {
        return find("noticeId = ?1 and number = ?2", noticeId, number).firstResultOptional();
    }

    /// What an editor sent, as JSON.
    @Converter
    static class DraftColumn implements AttributeConverter<VersionInput, String> {

        private static final JsonText<VersionInput> TEXT = new JsonText<>(new TypeReference<>() {});

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable VersionInput draft) {
            return draft == null ? null : TEXT.write(draft);
        }

        @Override
        public @Nullable VersionInput convertToEntityAttribute(@Nullable String column) {
            return column == null ? null : TEXT.read(column);
        }
    }
}
