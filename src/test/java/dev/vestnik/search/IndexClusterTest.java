package dev.vestnik.search;

import static dev.vestnik.search.Searches.about;
import static dev.vestnik.search.Searches.catchUp;
import static dev.vestnik.search.Searches.found;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vestnik.change.ChangeLines;
import dev.vestnik.testing.SearchCluster;
import dev.vestnik.testing.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// What happens to the index on a cluster when the cluster, or a node, goes.
@QuarkusTest
@EnabledIfSystemProperty(named = "vestnik.test.search", matches = "opensearch")
class IndexClusterTest {

    @Inject EntityManager database;
    @Inject InstantSource time;
    @Inject SearchSettings settings;
    @Inject IndexBuilding building;
    @Inject ChangeLines log;
    @Inject KnownTags tags;
    @Inject KnownSynonyms synonyms;

    /// A node of its own, but for its database.
    private final class Node {

        final IndexCluster cluster = new IndexCluster(settings.cluster(), database, time);
        final SearchIndexes indexes = new SearchIndexes(cluster);
        final SearchFollower follower =
                new SearchFollower(log, indexes, building, tags, synonyms, settings);

        long documents() {
            return indexes.read(session ->
                    session.search(EditionDocument.class)
                            .where(f -> f.matchAll())
                            .fetchTotalHitCount());
        }
    }

    @BeforeEach
    void begin_with_an_empty_index() {
        nobodyWrites();
        catchUp();
    }

    @AfterEach
    void leave_the_cluster_as_it_was() {
        SearchCluster.isAway(false);
        nobodyWrites();
    }

    @Test
    void an_index_that_the_cluster_has_lost_is_built_anew() {
        about("Открыт музей").exists();
        found("музей", "Открыт музей");

        given().delete(settings.cluster().uris().orElseThrow() + "/" + prefix() + "-*")
                .then()
                .statusCode(200);
        about("Музей закрыт").exists();

        found("музей", "Открыт музей", "Музей закрыт");
    }

    @Test
    void while_the_cluster_is_away_searches_say_so_and_nothing_is_lost() {
        SearchCluster.isAway(true);
        about("Открыт музей").exists();

        given().queryParams(Map.of("q", "музей"))
                .get("/api/v1/search")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("SEARCH_UNAVAILABLE"));
        assertThrows(RuntimeException.class, Searches::catchUp);

        SearchCluster.isAway(false);
        found("музей", "Открыт музей");
    }

    @Test
    void a_node_that_starts_while_the_cluster_is_away_waits_for_it_and_builds_nothing() {
        about("Открыт музей").exists();
        catchUp();
        int present = new Node().cluster.present();
        Node late = new Node();

        SearchCluster.isAway(true);
        RuntimeException failure = assertThrows(RuntimeException.class, late.follower::catchUp);
        assertTrue(late.indexes.isAway(failure));

        SearchCluster.isAway(false);
        late.follower.catchUp();
        assertEquals(1, late.documents());
        assertEquals(present, late.cluster.present());
        late.indexes.close();
    }

    @Test
    void another_node_goes_on_writing_when_the_one_that_wrote_is_gone() {
        TestClock.stopAt("2026-01-01T00:00:00Z");
        nobodyWrites();
        Node gone = new Node();
        Node other = new Node();
        about("Первая").publishedAt("2025-12-01T00:00:00Z").exists();
        gone.follower.catchUp();
        other.follower.catchUp();
        assertTrue(gone.cluster.isWriter());
        assertFalse(other.cluster.isWriter());
        assertEquals(1, other.documents());

        about("Вторая").publishedAt("2025-12-02T00:00:00Z").exists();
        other.follower.catchUp();
        assertEquals(1, other.documents());
        TestClock.advance(Duration.ofSeconds(16));
        other.follower.catchUp();

        assertEquals(2, other.documents());
        gone.follower.catchUp();
        assertFalse(gone.cluster.isWriter());
        assertEquals(2, gone.documents());
        gone.indexes.close();
        other.indexes.close();
    }

    @Test
    void a_build_that_another_node_has_overtaken_comes_to_nothing() {
        TestClock.stopAt("2026-01-01T00:00:00Z");
        nobodyWrites();
        Node stalled = new Node();
        Node other = new Node();
        about("Первая").publishedAt("2025-12-01T00:00:00Z").exists();
        stalled.follower.catchUp();
        SearchIndex half = stalled.indexes.create();

        TestClock.advance(Duration.ofSeconds(16));
        other.follower.buildAnew();
        assertThrows(IllegalStateException.class, () -> stalled.indexes.put(half));
        stalled.indexes.discard(half);

        assertEquals(1, other.documents());
        stalled.follower.catchUp();
        assertEquals(1, stalled.documents());
        stalled.indexes.close();
        other.indexes.close();
    }

    @Test
    void a_text_of_200_000_bytes_is_kept_and_found() {
        about("Длинная")
                .body("html", "<p>" + "Очень длинная речь. ".repeat(5_500) + "Заключение.</p>")
                .exists();

        found("заключение", "Длинная");
    }

    private String prefix() {
        return settings.cluster().prefix();
    }

    private void nobodyWrites() {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery("update search_cluster set holder = null")
                                .executeUpdate());
    }
}
