package dev.vestnik.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// One line of the audit log. It names what was touched, and holds nothing of what was sent.
@Entity
@Immutable
public class AuditEvent extends PanacheEntityBase {

    /// Every write adds a line, so it is written without Hibernate.
    static final String INSERT =
            """
            insert into audit_event (id, at, actor, actor_id, action, method, resource_kind, resource_id, outcome,
                status, client, request_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """;

    @Id public UUID id;

    @Column(nullable = false)
    public Instant at;

    /// Null for an anonymous caller, and for one whose credential was refused.
    public @Nullable String actor;

    public @Nullable UUID actorId;

    /// The operation's id in the OpenAPI document.
    @Column(nullable = false)
    public String action;

    @Column(nullable = false)
    public String method;

    /// Such as `news` or `users`.
    @Column(nullable = false)
    public String resourceKind;

    public @Nullable String resourceId;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    public Outcome outcome;

    public int status;

    /// The client's address, without the part that names one household.
    @Column(nullable = false)
    public String client;

    @Column(nullable = false)
    public String requestId;

    /// The values of the insert.
    List<@Nullable Object> row() {
        return Arrays.asList(
                id,
                at,
                actor,
                actorId,
                action,
                method,
                resourceKind,
                resourceId,
                outcome.name(),
                status,
                client,
                requestId);
    }
}
