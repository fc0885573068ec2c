package dev.vestnik.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vestnik.edge.Problem;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A user's own new password, with the present one as proof.
@Schema(name = "PasswordChange")
record PasswordChange(
        @Schema(format = "password") @NotNull String current,
        @JsonProperty("new")
                @Schema(
                        format = "password",
                        minLength = NewUser.SHORTEST_PASSWORD,
                        maxLength = NewUser.LONGEST_PASSWORD)
                @Nullable String replacement) {

    /// The new password.
    ///
    /// @throws Problem 422 where it is missing, too short or too long
    String checked() {
        String password = replacement == null ? "" : replacement;
        int length = password.codePointCount(0, password.length());
        if (length < NewUser.SHORTEST_PASSWORD || length > NewUser.LONGEST_PASSWORD) {
            throw Problem.invalid(
                    "/new",
                    "CODE_POINT_LENGTH",
                    "length must be between "
                            + NewUser.SHORTEST_PASSWORD
                            + " and "
                            + NewUser.LONGEST_PASSWORD);
        }
        return password;
    }

    @Override
    public String toString() {
        return "PasswordChange";
    }
}
