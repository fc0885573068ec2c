package dev.vestnik.news;

import static dev.vestnik.testing.TagBuilder.aTag;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vestnik.access.Logins;
import dev.vestnik.access.Role;
import dev.vestnik.news.RandomNewsroom.Person;
import dev.vestnik.news.RandomNewsroom.Verb;
import dev.vestnik.search.SearchFollower;
import dev.vestnik.testing.CleanSlate;
import dev.vestnik.testing.TestClock;
import dev.vestnik.testing.Wire;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever the newsroom does, in whatever order, the public sees what was published and is due, as
/// it was published, and no trace of anything else.
///
/// A failure tells its seed: `-Dvestnik.seed=…` does the same steps again; `-Dvestnik.sequences=…`
/// makes it fewer or more than a thousand.
@QuarkusTest
class PublicViewPropertyTest {

    private static final int SEQUENCES = Integer.getInteger("vestnik.sequences", 1000);
    private static final int STEPS = 9;

    /// An index begins anew with each sequence, which takes its time: one of so many is searched.
    private static final int SEARCHED_OF = 4;

    /// The times of one sequence lie within an hour of it, as long as a login is good for.
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @TestHTTPResource("/api/v1/")
    URI base;

    @Inject ScheduleWorker worker;
    @Inject SearchFollower follower;

    private final Map<Verb, Integer> done = new EnumMap<>(Verb.class);

    @Test
    void shows_what_was_published_and_no_trace_of_anything_else() {
        TestClock.stopAt(START.toString());
        Wire wire = new Wire(base);
        Map<Person, String> tokens = tokens();
        for (String tag : RandomNewsroom.TAGS) {
            aTag().named(tag).slug(tag).exists();
        }
        Long seed = Long.getLong("vestnik.seed");
        if (seed != null) {
            play(seed, wire, tokens);
            return;
        }
        Random seeds = new Random();
        for (int n = 0; n < SEQUENCES; n++) {
            play(seeds.nextLong(), wire, tokens);
        }
        for (Verb verb : Verb.values()) {
            assertTrue(
                    done.getOrDefault(verb, 0) > 3 || SEQUENCES < 1000,
                    () -> verb + " hardly ever succeeded: " + done);
        }
    }

    private static Map<Person, String> tokens() {
        Map<Person, String> tokens = new EnumMap<>(Person.class);
        tokens.put(Person.EDITOR, Logins.token("an-editor", Role.EDITOR));
        tokens.put(Person.AUTHOR_A, Logins.token("an-author", Role.AUTHOR));
        tokens.put(Person.AUTHOR_B, Logins.token("another-author", Role.AUTHOR));
        tokens.put(Person.ADMIN, Logins.token("an-admin", Role.ADMIN));
        tokens.put(Person.PRIVACY, Logins.token("an-officer", Role.PRIVACY));
        return tokens;
    }

    private void play(long seed, Wire wire, Map<Person, String> tokens) {
        CleanSlate.emptyTables("tag", "tag_slug");
        TestClock.stopAt(START.toString());
        Random random = new Random(seed);
        NewsroomModel model = new NewsroomModel(START);
        RandomNewsroom newsroom = new RandomNewsroom(random, wire, tokens, worker::carryOut, model);
        int lookedAt = 1 + random.nextInt(STEPS);
        boolean searched = random.nextInt(SEARCHED_OF) == 0;
        if (searched) {
            follower.catchUp();
        }
        try {
            newsroom.open();
            for (int step = 1; step <= STEPS; step++) {
                newsroom.step();
                if (step == lookedAt || step == STEPS) {
                    if (searched) {
                        follower.catchUp();
                    }
                    PublicViews.check(wire, model, random, searched);
                }
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "With -Dvestnik.seed=%d:%n%s%n%s"
                            .formatted(
                                    seed,
                                    String.join(System.lineSeparator(), newsroom.steps),
                                    e.getMessage()),
                    e);
        }
        newsroom.done.forEach((verb, times) -> done.merge(verb, times, Integer::sum));
    }
}
