package dev.vestnik.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.access.AccessArchive;
import dev.vestnik.consent.ConsentArchive;
import dev.vestnik.ledger.Sealing;
import dev.vestnik.news.NewsArchive;
import dev.vestnik.news.NewsInput;
import dev.vestnik.tag.TagArchive;
import dev.vestnik.tag.TagInput;
import dev.vestnik.webhook.WebhookArchive;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Fills an empty development database with three languages, a dozen items and their tags, and a
/// notice, under fixed ids that the examples of the OpenAPI document name.
@Singleton
class DemonstrationNewsroom {

    private static final String CONTENT = "/demo/newsroom.json";

    private final NewsArchive news;
    private final TagArchive tags;
    private final AccessArchive access;
    private final ConsentArchive consents;
    private final WebhookArchive webhooks;
    private final Sealing sealing;
    private final ObjectMapper json;
    private final InstantSource time;

    DemonstrationNewsroom(
            NewsArchive news,
            TagArchive tags,
            AccessArchive access,
            ConsentArchive consents,
            WebhookArchive webhooks,
            Sealing sealing,
            ObjectMapper json,
            InstantSource time) {
        this.news = news;
        this.tags = tags;
        this.access = access;
        this.consents = consents;
        this.webhooks = webhooks;
        this.sealing = sealing;
        this.json = json;
        this.time = time;
    }

    record Content(List<KnownTag> tags, List<KnownItem> news) {}

    record KnownTag(UUID id, TagInput input) {}

    record KnownItem(
            UUID id,
            UUID group,
            @Nullable Integer daysAgo,
            @Nullable Integer pinnedDays,
            @Nullable Boolean trashed,
            @Nullable Plan plan,
            NewsInput input) {}

    /// A publication that is to come.
    record Plan(UUID entry, int daysAhead) {}

    @Transactional
    void greet(@Observes @Priority(2000) StartupEvent start) {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT && news.isEmpty() && tags.isEmpty()) {
            open();
        }
    }

    /// Stores the content in the present transaction.
    void open() {
        Content content = read();
        access.storeDemonstration();
        content.tags().forEach(tag -> tags.store(tag.id(), tag.input()));
        tags.storeDemonstration();
        Instant now = time.instant();
        for (KnownItem item : content.news()) {
            Instant publishedAt =
                    item.daysAgo() == null ? null : now.minus(Duration.ofDays(item.daysAgo()));
            news.store(item.id(), item.group(), pinned(item, now), publishedAt);
            if (Boolean.TRUE.equals(item.trashed())) {
                news.trash(item.id());
            }
            Plan plan = item.plan();
            if (plan != null) {
                news.plan(plan.entry(), item.id(), now.plus(Duration.ofDays(plan.daysAhead())));
            }
        }
        consents.storeDemonstration();
        webhooks.storeDemonstration();
        sealing.next();
    }

    private static NewsInput pinned(KnownItem item, Instant now) {
        if (item.pinnedDays() == null) {
            return item.input();
        }
        NewsInput plain = item.input();
        return new NewsInput(
                plain.locale(),
                plain.title(),
                plain.summary(),
                plain.body(),
                plain.tags(),
                plain.slug(),
                plain.author(),
                plain.source(),
                plain.cover(),
                plain.seo(),
                now.plus(Duration.ofDays(item.pinnedDays())));
    }

    private Content read() {
        try (InputStream content = DemonstrationNewsroom.class.getResourceAsStream(CONTENT)) {
            return json.readValue(Objects.requireNonNull(content, CONTENT), Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
