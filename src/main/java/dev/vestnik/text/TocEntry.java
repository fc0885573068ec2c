package dev.vestnik.text;

/// A line of the table of contents: a heading's level (2 to 4), the `id` it is linked by, its text.
public record TocEntry(int level, String id, String text) {}
