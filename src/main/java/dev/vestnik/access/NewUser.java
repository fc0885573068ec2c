package dev.vestnik.access;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;

/// A user as an administrator sends one.
@Schema(name = "NewUser")
public record NewUser(
        @Schema(description = "Unique without regard to case.", examples = "editor-one")
                @NotNull
                @CodePointLength(min = 1, max = 100)
                @Pattern(
                        regexp = NAME,
                        message = "must have no spaces, and none of : ; , / ? # % < > & and quotes")
                String username,
        @Schema(format = "password", examples = "river stone lantern")
                @NotNull
                @CodePointLength(min = SHORTEST_PASSWORD, max = LONGEST_PASSWORD)
                String password,
        @NotEmpty Set<@NotNull Role> roles) {

    static final int SHORTEST_PASSWORD = 8;
    static final int LONGEST_PASSWORD = 128;

    /// Neither spaces, nor what cannot be seen, nor what means something in addresses and lists.
    private static final String NAME =
            "^[^\\s\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u2000-\\u200f\\u2028-\\u206f\\ufeff:;,/\\\\?#%<>\"'&]+$";

    @Override
    public String toString() {
        return "NewUser[" + username + ", " + roles + "]";
    }
}
