package dev.vestnik.freshness;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static io.restassured.RestAssured.when;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import dev.vestnik.change.ChangeWatch;
import dev.vestnik.edge.Freshness;
import dev.vestnik.edge.Freshness.Standing;
import dev.vestnik.freshness.BlindWatchTest.NobodyLooks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is ready is given only while somebody sees what other nodes write; here the test alone
/// looks.
@QuarkusTest
@TestProfile(NobodyLooks.class)
class BlindWatchTest {

    private static final String NEWS = "/api/v1/news";
    private static final String HIT = "vestnik; hit";
    private static final String BYPASS = "vestnik; fwd=bypass";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Of the age of the last look.
    private static final Duration LIMIT = Duration.ofMillis(800);

    /// As where the watch hangs: other nodes may write, and it does not come to its next look.
    public static class NobodyLooks implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("vestnik.change.watch-every", "1H");
        }
    }

    @Inject ChangeWatch watch;
    @Inject Freshness freshness;
    @Inject EntityManager database;

    private String item;

    @BeforeEach
    void something_is_ready() {
        item = aNewsItem().exists();
        assertThat("ready", isReadyAfterALook());
    }

    /// However slow this machine is: looks again where it was asked only after the limit.
    private boolean isReadyAfterALook() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            watch.look();
            if (status().equals(HIT)) {
                return true;
            }
        } while (System.nanoTime() < end);
        return false;
    }

    private static String status() {
        return when().get(NEWS).header("Cache-Status");
    }

    private void nobodyLooksForTooLong() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (watch.age().compareTo(LIMIT) <= 0) {
            assertThat("The last look grows older", System.nanoTime(), lessThan(end));
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Test
    void nothing_ready_is_given_once_the_last_look_is_too_old() throws Exception {
        nobodyLooksForTooLong();

        assertThat(freshness.standing(), equalTo(Standing.UNKNOWN));
        assertThat(status(), equalTo(BYPASS));
    }

    @Test
    void what_is_ready_is_given_again_after_the_next_look() throws Exception {
        nobodyLooksForTooLong();

        assertThat(isReadyAfterALook(), equalTo(true));
    }

    @Test
    void what_another_node_withdraws_is_gone_though_nobody_sees_its_line() throws Exception {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    write("delete from pin");
                    write("delete from publication_tag");
                    write("delete from publication");
                });

        nobodyLooksForTooLong();

        when().get(NEWS).then().header("Cache-Status", BYPASS).body("items", empty());
        when().get(NEWS + "/" + item).then().header("Cache-Status", BYPASS).statusCode(410);
    }

    private void write(String statement) {
        database.createNativeQuery(statement).executeUpdate();
    }
}
