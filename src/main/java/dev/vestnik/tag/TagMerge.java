package dev.vestnik.tag;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which tag takes over.
@Schema(name = "TagMerge")
record TagMerge(@NotNull UUID into) {}
