package dev.vestnik.access;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;

/// Who makes a request, as records name them.
///
/// @param name a user's name, `key:` and an API key's, or `external:` and that of a user of the
///   external issuer
public record Actor(String name, UUID id) {

    private static final String KEY = Actor.class.getName();

    static Actor of(User user) {
        return new Actor(user.username, user.id);
    }

    static Actor of(ApiKey key) {
        return new Actor("key:" + key.name, key.id);
    }

    /// Empty for an anonymous request, and for one whose credential was refused.
    public static Optional<Actor> of(RoutingContext call) {
        return Optional.ofNullable(call.get(KEY));
    }

    void makes(RoutingContext call) {
        call.put(KEY, this);
    }
}
