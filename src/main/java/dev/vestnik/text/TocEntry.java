package dev.vestnik.text;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A line of the table of contents: a heading's level (2 to 4), the `id` it is linked by, its text.
@Schema(name = "TocEntry")
public record TocEntry(int level, String id, String text) {}
