package dev.vestnik.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/// An API key as an administrator asks for one.
@Schema(name = "ApiKeyInput")
record ApiKeyInput(
        @Schema(description = "What uses it.", examples = "Mobile app")
                @NotBlank
                @CodePointLength(max = 100)
                String name,
        @NotEmpty Set<@NotNull Role> roles,
        @Schema(description = "Without it the key is good until it is revoked.", nullable = true)
                @Nullable Instant expiresAt) {}
