package dev.vestnik.consent;

import dev.vestnik.edge.PageInfo;
import dev.vestnik.edge.Paged;
import dev.vestnik.edge.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A notice with its versions as it goes over the wire.
@Schema(name = "ConsentNotice")
record NoticeView(
        UUID id,
        long version,
        @Schema(examples = "cookies") String key,
        NoticeKind kind,
        @Schema(description = "The number of the version in force; null where none is.")
                @Nullable Integer currentVersion,
        List<VersionRef> versions,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    /// A version in short.
    @Schema(name = "ConsentNoticeVersionRef")
    record VersionRef(
            int number,
            VersionStatus status,
            @Nullable Instant publishedAt,
            @Nullable Instant retiredAt) {}

    /// A page of notices.
    @Schema(name = "ConsentNoticePage")
    record Listed(List<NoticeView> items, PageInfo page) implements Paged {}

    static NoticeView of(Notice notice) {
        return new NoticeView(
                notice.id,
                notice.version,
                notice.noticeKey,
                notice.kind,
                notice.currentNumber == 0 ? null : notice.currentNumber,
                NoticeVersion.of(notice.id).stream()
                        .map(version ->
                                new VersionRef(
                                        version.number,
                                        version.status,
                                        version.publishedAt,
                                        version.retiredAt))
                        .toList(),
                notice.createdAt,
                notice.updatedAt);
    }
}
