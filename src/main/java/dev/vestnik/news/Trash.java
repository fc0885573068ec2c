package dev.vestnik.news;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;

/// Does away with what has been in the trash for long enough.
@Singleton
class Trash {

    private static final int AT_ONCE = 200;

    private final Publishing publishing;
    private final NewsSettings settings;
    private final InstantSource time;

    Trash(Publishing publishing, NewsSettings settings, InstantSource time) {
        this.publishing = publishing;
        this.settings = settings;
        this.time = time;
    }

    @Scheduled(every = "10m", delayed = "2m")
    @Transactional
    void empty() {
        Instant oldest = time.instant().minus(settings.trashKept());
        NewsItem.<NewsItem>find("trashedAt <= ?1 order by trashedAt, id", oldest)
                .range(0, AT_ONCE - 1)
                .list()
                .forEach(publishing::purge);
    }
}
