package dev.vestnik.consent;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.vestnik.database.JsonText;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// What a published version shows in one language, for ever.
@Entity
@Immutable
@IdClass(EditionText.Key.class)
@Table(name = "consent_edition_text")
class EditionText extends PanacheEntityBase {

    private static final JsonText<NoticeText> TEXT = new JsonText<>(new TypeReference<>() {});

    @Id UUID versionId;

    @Id String locale;

    /// RFC 8785 JSON of the text.
    @Column(nullable = false)
    String content;

    /// SHA-256 of the content, in hexadecimal digits.
    @Column(nullable = false)
    String sha256;

    /// The key of a row.
    record Key(UUID versionId, String locale) implements Serializable {}

    static Optional<EditionText> of(UUID versionId, String locale) {
        return find("versionId = ?1 and locale = ?2", versionId, locale).firstResultOptional();
    }

    NoticeText text() {
        return TEXT.read(content);
    }
}
