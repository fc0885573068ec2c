package dev.vestnik.access;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/// What of a user can change; the name stays.
@Schema(name = "UserInput")
public record UserInput(
        @NotEmpty Set<@NotNull Role> roles,
        @Schema(description = "One who is disabled cannot log in.", nullable = true)
                @Nullable Boolean disabled,
        @Schema(
                        description = "A new password; the present one stays where none is given.",
                        format = "password",
                        nullable = true)
                @Nullable
                @CodePointLength(min = NewUser.SHORTEST_PASSWORD, max = NewUser.LONGEST_PASSWORD)
                String password) {

    static UserInput of(User user) {
        return new UserInput(EnumSet.copyOf(user.roles), user.disabled, null);
    }

    @Override
    public String toString() {
        return "UserInput[" + roles + ", " + disabled + "]";
    }
}
