package dev.vestnik.consent;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Something that people are told or asked, in versions numbered from 1. A number of 0 stands for
/// no version.
@Entity
@Table(name = "consent_notice")
class Notice extends PanacheEntityBase {

    @Id UUID id;

    @Version long version;

    @Column(nullable = false)
    String noticeKey;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    NoticeKind kind;

    int lastNumber;

    /// Of the version in force.
    int currentNumber;

    /// Of the last published version that is MATERIAL.
    int materialNumber;

    /// Of the last published version that asks for a purpose which the one before it did not.
    int widenedNumber;

    @Column(nullable = false)
    Instant createdAt;

    @Column(nullable = false)
    Instant updatedAt;

    static Optional<Notice> byKey(String key) {
        return find("noticeKey", key).firstResultOptional();
    }

    /// The notice, locked until the end of the transaction.
    static Optional<Notice> locked(String key) {
        return getEntityManager()
                .createNativeQuery(
                        "select id from consent_notice where notice_key = :key for update",
                        UUID.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst()
                .map(id -> Notice.<Notice>findById(id));
    }
}
