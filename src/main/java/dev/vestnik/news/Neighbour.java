package dev.vestnik.news;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The item published before or after another.
@Schema(name = "Neighbour")
record Neighbour(UUID id, String slug, String title) {}
