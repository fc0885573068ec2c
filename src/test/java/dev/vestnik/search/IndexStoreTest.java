package dev.vestnik.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.news.NewsCopy;
import dev.vestnik.news.NewsStatus;
import dev.vestnik.news.WorkingCopy;
import dev.vestnik.testing.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where indexes lie, and who writes them.
@QuarkusTest
class IndexStoreTest {

    private static final int MANY = 100;

    @Inject EntityManager database;
    @Inject InstantSource time;
    @Inject SearchSettings settings;
    @Inject ObjectMapper json;

    @Test
    void an_index_is_taken_up_once_by_the_next_run(@TempDir Path directory) throws IOException {
        SearchIndexes earlier = new SearchIndexes(new IndexDirectory(directory));
        SearchIndex index = earlier.create();
        index.finish();
        index.followed(5);
        earlier.put(index);
        earlier.close();

        SearchIndexes next = new SearchIndexes(new IndexDirectory(directory));

        assertTrue(next.takeUp(7));
        SearchIndex taken = next.present().orElseThrow();
        assertEquals(5, taken.followed());
        assertTrue(next.takeUp(7));
        assertSame(taken, next.present().orElseThrow());
        next.close();
        try (Stream<Path> left = Files.list(directory)) {
            assertEquals(1, left.count());
        }
    }

    @Test
    void an_index_that_is_ahead_of_the_log_or_damaged_is_not_taken_up(@TempDir Path directory)
            throws IOException {
        SearchIndexes earlier = new SearchIndexes(new IndexDirectory(directory));
        SearchIndex index = earlier.create();
        index.finish();
        index.followed(5);
        earlier.put(index);
        earlier.close();

        SearchIndexes ofAnotherDatabase = new SearchIndexes(new IndexDirectory(directory));
        assertFalse(ofAnotherDatabase.takeUp(4));

        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file :
                    files.filter(file -> file.getFileName().toString().startsWith("segments"))
                            .toList()) {
                Files.writeString(file, "nonsense");
            }
        }
        assertFalse(new SearchIndexes(new IndexDirectory(directory)).takeUp(7));
    }

    @Test
    void who_searches_does_not_wait_for_each_document_that_is_written_meanwhile(
            @TempDir Path directory) {
        SearchIndex index = new IndexDirectory(directory).create();
        assertEquals(0, drafts(index));

        int seenAtOnce = 0;
        for (int written = 1; written <= MANY; written++) {
            index.add(List.of(draft()));
            seenAtOnce += drafts(index) == written ? 1 : 0;
        }
        assertTrue(seenAtOnce < MANY, "a view of the index was made for each of them");

        index.finish();
        assertEquals(MANY, drafts(index));
        index.write(List.of(draft()), Map.of());
        assertEquals(MANY + 1, drafts(index));
        index.close();
    }

    private static long drafts(SearchIndex index) {
        try (SearchSession session = index.session()) {
            return session.search(DraftDocument.class)
                    .where(f -> f.matchAll())
                    .fetchTotalHitCount();
        }
    }

    private DraftDocument draft() {
        NewsCopy copy =
                new NewsCopy(
                        UUID.randomUUID(),
                        0,
                        "ru",
                        "novost",
                        NewsStatus.DRAFT,
                        "Новость",
                        null,
                        "Текст",
                        null,
                        null,
                        1,
                        List.of(),
                        null,
                        Instant.EPOCH,
                        Instant.EPOCH);
        return DraftDocument.of(
                new WorkingCopy(copy, null, false), new IndexedWords(), json, ZoneOffset.UTC);
    }

    @Test
    void of_several_nodes_one_writes_until_it_lets_go_or_is_not_heard_of() {
        TestClock.stopAt("2026-01-01T00:00:00Z");
        IndexCluster one = new IndexCluster(settings.cluster(), database, time);
        IndexCluster other = new IndexCluster(settings.cluster(), database, time);
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery("update search_cluster set holder = null")
                                .executeUpdate());

        assertTrue(one.isWriter());
        assertFalse(other.isWriter());
        TestClock.advance(Duration.ofSeconds(10));
        assertTrue(one.isWriter());
        TestClock.advance(Duration.ofSeconds(10));
        assertFalse(other.isWriter());

        TestClock.advance(Duration.ofSeconds(10));
        assertTrue(other.isWriter());
        other.release();
        assertTrue(one.isWriter());
        one.release();
    }
}
