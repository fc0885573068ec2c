package dev.vestnik.access;

import dev.vestnik.edge.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Someone who may log in.
@Entity
@Table(name = "app_user")
public class User extends PanacheEntityBase {

    @Id public UUID id;

    @Version public long version;

    @Column(nullable = false)
    public String username;

    /// The name without regard to case; unique.
    @Column(nullable = false)
    public String usernameKey;

    /// Argon2id (RFC 9106), as a PHC string.
    @Column(nullable = false)
    public String passwordHash;

    @Column(nullable = false)
    @Convert(converter = RolesColumn.class)
    public Set<Role> roles = EnumSet.noneOf(Role.class);

    /// The same as written in the column, for queries.
    @Column(name = "roles", insertable = false, updatable = false)
    public String roleNames;

    public boolean disabled;

    /// Tokens of an earlier generation are no longer good.
    public long generation;

    @Column(nullable = false)
    public Instant createdAt;

    @Column(nullable = false)
    public Instant updatedAt;

    static User named(String username, String passwordHash, Set<Role> roles, Instant now) {
        User user = new User();
        user.id = Ids.next();
        user.username = username;
        user.usernameKey = key(username);
        user.passwordHash = passwordHash;
        user.roles = EnumSet.copyOf(roles);
        user.createdAt = now;
        user.updatedAt = now;
        return user;
    }

    static Optional<User> byUsername(String username) {
        return find("usernameKey", key(username)).firstResultOptional();
    }

    /// Whether no other administrator is left who may log in. Locks them all until the end of the
    /// transaction, so that two cannot remove each other at the same moment.
    static boolean isLastAdmin(UUID id) {
        List<UUID> admins =
                getEntityManager()
                        .createNativeQuery(
                                """
                                select id from app_user where roles like '%admin%' and not disabled \
                                order by id for update\
                                """,
                                UUID.class)
                        .getResultList();
        return admins.equals(List.of(id));
    }

    boolean isEnabledAdmin() {
        return !disabled && roles.contains(Role.ADMIN);
    }

    /// Ends all tokens that were issued so far.
    void endTokens() {
        generation++;
    }

    static String key(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
