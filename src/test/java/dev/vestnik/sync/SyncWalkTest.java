package dev.vestnik.sync;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vestnik.news.DueNews;
import dev.vestnik.sync.RandomChanges.Verb;
import dev.vestnik.testing.Wire;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever the newsroom does, and whenever clients ask, stop and go on: in the end each has what
/// the list of news shows, with no filter, of a tag, of a locale.
///
/// A failure tells its seed: `-Dvestnik.seed=…` does the same steps again;
/// `-Dvestnik.sync.changes=…` makes it fewer or more changes.
@QuarkusTest
class SyncWalkTest {

    private static final int CHANGES = Integer.getInteger("vestnik.sync.changes", 300);
    private static final int STEPS_TOLD = 60;

    @TestHTTPResource("/api/v1/")
    URI base;

    @Test
    void a_copy_ends_up_as_the_list_of_news() {
        long seed = Long.getLong("vestnik.seed", new Random().nextLong());
        Random random = new Random(seed);
        Wire wire = new Wire(base);
        RandomChanges newsroom = new RandomChanges(wire, random);
        List<SyncClient> clients =
                List.of(
                        new SyncClient(wire, random, ""),
                        new SyncClient(wire, random, "&tag=tag-0"),
                        new SyncClient(wire, random, "&tag=tag-1,tag-2&locale=ru"),
                        new SyncClient(wire, random, "&locale=kk"));
        try {
            newsroom.open();
            while (newsroom.steps.size() < CHANGES) {
                newsroom.step();
                for (SyncClient client : clients) {
                    follow(client, random);
                }
            }
            DueNews.isCarriedOut();
            clients.forEach(SyncWalkTest::checkInTheEnd);
        } catch (AssertionError | RuntimeException e) {
            List<String> steps = newsroom.steps;
            List<String> last = steps.subList(Math.max(0, steps.size() - STEPS_TOLD), steps.size());
            throw new AssertionError(
                    "With -Dvestnik.seed=%d -Dvestnik.sync.changes=%d, after %d changes:%n%s%n%s"
                            .formatted(
                                    seed,
                                    CHANGES,
                                    steps.size(),
                                    String.join(System.lineSeparator(), last),
                                    e.getMessage()),
                    e);
        }
        for (Verb verb : Verb.values()) {
            assertTrue(
                    newsroom.done.getOrDefault(verb, 0) > 3 || CHANGES < 2000,
                    () -> verb + " hardly ever succeeded: " + newsroom.done);
        }
    }

    /// Mostly it is away; now and then it asks once, is brought up to date, or begins anew.
    private static void follow(SyncClient client, Random random) {
        int chance = random.nextInt(200);
        if (chance == 0) {
            client.beginAnew();
        } else if (chance == 1) {
            DueNews.isCarriedOut();
            checkInTheEnd(client);
        } else if (chance < 50) {
            client.ask();
        }
    }

    private static void checkInTheEnd(SyncClient client) {
        client.catchUp();
        client.check();
    }
}
