package dev.vestnik.news;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The same news in another locale.
@Schema(name = "Translation")
record Translation(UUID id, String locale, String slug, String title) {}
