package dev.vestnik.consent;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.vestnik.database.JsonText;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// A version of a notice as it was published, for ever.
@Entity
@Immutable
@Table(name = "consent_edition")
class Edition extends PanacheEntityBase {

    private static final JsonText<EditionTerms> TERMS = new JsonText<>(new TypeReference<>() {});

    @Id UUID versionId;

    @Column(nullable = false)
    String noticeKey;

    int number;

    /// RFC 8785 JSON of the terms.
    @Column(nullable = false)
    String terms;

    /// SHA-256 of the terms, in hexadecimal digits.
    @Column(nullable = false)
    String sha256;

    static Optional<Edition> of(String key, int number) {
        return find("noticeKey = ?1 and number = ?2", key, number).firstResultOptional();
    }

    EditionTerms terms() {
        return TERMS.read(terms);
    }

    List<EditionText> texts() {
        return EditionText.list("versionId = ?1 order by locale", versionId);
    }
}
