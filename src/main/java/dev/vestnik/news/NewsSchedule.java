package dev.vestnik.news;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is planned for an item; null for what is not.
@Schema(name = "NewsSchedule")
record NewsSchedule(@Nullable Instant publishAt, @Nullable Instant unpublishAt) {}
