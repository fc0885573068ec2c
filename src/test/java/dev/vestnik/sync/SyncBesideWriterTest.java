package dev.vestnik.sync;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;

import dev.vestnik.news.DueNews;
import dev.vestnik.testing.Wire;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/// Clients that ask without pause while the newsroom works lose nothing: in the end each has what
/// the list of news shows. A failure tells its seed: `-Dvestnik.seed=…` does the same changes
/// again, if not at the same moments.
@QuarkusTest
class SyncBesideWriterTest {

    private static final int CHANGES = Integer.getInteger("vestnik.sync.changes", 300);

    @TestHTTPResource("/api/v1/")
    URI base;

    @Test
    void nothing_is_lost_that_changes_while_one_asks() throws Exception {
        long seed = Long.getLong("vestnik.seed", new Random().nextLong());
        Random random = new Random(seed);
        Wire wire = new Wire(base);
        RandomChanges newsroom = new RandomChanges(wire, new Random(seed));
        newsroom.open();
        List<SyncClient> clients =
                List.of(
                        new SyncClient(wire, random, ""),
                        new SyncClient(wire, random, "&tag=tag-0"),
                        new SyncClient(wire, random, "&locale=kk"));
        FutureTask<Integer> work =
                new FutureTask<>(() -> {
                    while (newsroom.steps.size() < CHANGES) {
                        newsroom.step();
                    }
                    return newsroom.steps.size();
                });
        new Thread(work, "newsroom").start();

        int asked = 0;
        try {
            while (!work.isDone()) {
                clients.forEach(SyncClient::ask);
                asked++;
            }
            work.get();
            DueNews.isCarriedOut();
            clients.forEach(SyncClient::catchUp);
            clients.forEach(SyncClient::check);
        } catch (AssertionError e) {
            throw new AssertionError("With -Dvestnik.seed=" + seed + ": " + e.getMessage(), e);
        }

        assertThat("Rounds of asking", asked, greaterThan(10));
    }
}
