package dev.vestnik.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What a user may do.
public enum Role {
    @JsonProperty(Roles.AUTHOR)
    AUTHOR,
    @JsonProperty(Roles.EDITOR)
    EDITOR,
    @JsonProperty(Roles.PRIVACY)
    PRIVACY,
    @JsonProperty(Roles.ADMIN)
    ADMIN;

    /// The role's name in annotations, tokens and JSON.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return key();
    }
}
