package dev.vestnik.consent;

import static dev.vestnik.consent.Steps.ALL;
import static dev.vestnik.consent.Steps.CONSENT;
import static dev.vestnik.consent.Steps.CONSENTS;
import static dev.vestnik.consent.Steps.NONE;
import static dev.vestnik.consent.Steps.SOME;
import static dev.vestnik.consent.Steps.accepted;
import static dev.vestnik.consent.Steps.answered;
import static dev.vestnik.consent.Steps.cookies;
import static dev.vestnik.consent.Steps.erase;
import static dev.vestnik.consent.Steps.published;
import static dev.vestnik.consent.Steps.put;
import static dev.vestnik.consent.Steps.read;
import static dev.vestnik.consent.Steps.shown;
import static dev.vestnik.consent.Steps.version;
import static dev.vestnik.consent.Steps.withdraw;
import static dev.vestnik.ledger.LedgerSteps.seal;
import static dev.vestnik.ledger.LedgerSteps.verified;
import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vestnik.access.Logins;
import dev.vestnik.consent.Steps.Given;
import dev.vestnik.ledger.Flaw;
import dev.vestnik.ledger.FlawKind;
import dev.vestnik.ledger.LedgerEvent;
import dev.vestnik.testing.DatabaseDump;
import dev.vestnik.testing.TamperedRow;
import dev.vestnik.testing.TamperedRow.Column;
import dev.vestnik.testing.TestClock;
import dev.vestnik.testing.Unguarded;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// What a regulator would rely on: after a thousand random operations by random people, whatever is
/// then changed straight in the database is named, and what was erased is nowhere.
@QuarkusTest
class ConsentEvidenceTest {

    private static final int OPERATIONS = 1000;
    private static final int CHANGES = 3;

    @Inject DueConsents due;
    @Inject DataSource database;

    @Test
    void nothing_changes_unnoticed_after_a_thousand_random_operations() {
        long seed = Long.getLong("vestnik.seed", System.nanoTime());
        Random random = new Random(seed);
        live(random);
        String seeded = "seed " + seed + ": ";

        assertEquals(Optional.empty(), verified(), seeded);
        recordsAreWhatTheirEventsAddUpTo();
        eachChanged(
                "ledger_event",
                List.of("id", "type", "at", "content", "previous", "hash"),
                random,
                (row, flaw) -> assertEquals(row.uuid("chain"), flaw.chain()));
        eachChanged(
                "consent_decision",
                List.of("purpose", "decision", "position", "record_id", "given_at"),
                random,
                (row, flaw) -> {
                    assertThat(flaw.kind(), anyOf(is(FlawKind.DECISION), is(FlawKind.RECORD)));
                    assertThat(
                            flaw.resource(),
                            anyOf(
                                    is("consents/" + row.uuid("record_id")),
                                    // The one to which the decision was moved.
                                    containsString("consents/")));
                });
        eachChanged(
                "consent_edition_text",
                List.of("content", "sha256", "locale"),
                random,
                (row, flaw) -> {
                    assertEquals(FlawKind.TEXT, flaw.kind());
                    assertThat(
                            flaw.resource(), containsString("consent/notices/cookies/versions/"));
                    assertThat(flaw.resource(), containsString("/texts/"));
                });
        eachChanged(
                "consent_edition",
                List.of("terms", "sha256", "number", "notice_key"),
                random,
                (row, flaw) -> assertEquals(FlawKind.TEXT, flaw.kind()));
        eachChanged(
                "consent_record",
                List.of(
                        "version",
                        "state",
                        "notice_key",
                        "notice_version",
                        "locale",
                        "text_hash",
                        "method",
                        "gpc",
                        "on_behalf",
                        "decisions",
                        "decided",
                        "given_at",
                        "changed_at",
                        "expires_at",
                        "linked"),
                random,
                (row, flaw) -> {
                    assertThat(flaw.kind(), anyOf(is(FlawKind.RECORD), is(FlawKind.DECISION)));
                    assertEquals("consents/" + row.uuid("id"), flaw.resource());
                });
        evidenceIsShreddedAndAllStillVerifies();
        theNewestEventIsMissed();
    }

    /// People come, answer, change their minds and go; notices change; time passes.
    private void live(Random random) {
        TestClock.stopAt("2026-01-01T00:00:00Z");
        cookies();
        List<Given> people = new ArrayList<>();
        Set<Happening> happened = EnumSet.noneOf(Happening.class);
        for (int n = 0; n < OPERATIONS; n++) {
            TestClock.advance(Duration.ofHours(random.nextInt(10)));
            Happening next =
                    people.isEmpty()
                            ? Happening.ANSWER
                            : Happening.values()[random.nextInt(Happening.values().length)];
            happened.add(next);
            happen(next, people, random);
            if (random.nextInt(60) == 0) {
                seal();
            }
        }
        assertEquals(EnumSet.allOf(Happening.class), happened);
        seal();
        happen(Happening.ANSWER, people, random);
    }

    private enum Happening {
        ANSWER,
        ANSWER_AGAIN,
        NARROW,
        RENEW,
        WITHDRAW,
        ERASE,
        LINK,
        EXPIRE,
        PUBLISH
    }

    private void happen(Happening what, List<Given> people, Random random) {
        Given one = people.isEmpty() ? null : people.get(random.nextInt(people.size()));
        switch (what) {
            case ANSWER, ANSWER_AGAIN ->
                    people.add(
                            random.nextBoolean()
                                    ? accepted()
                                    : answered(
                                            random.nextBoolean() ? "SAVE_CHOICES" : "REJECT_ALL",
                                            NONE));
            case NARROW ->
                    put(one, "*", Map.of("method", "SAVE_CHOICES", "decisions", NONE))
                            .statusCode(anyOf(is(200), is(409), is(410), is(412)));
            case RENEW ->
                    put(
                                    one,
                                    "*",
                                    Map.of(
                                            "shownToken",
                                            shown(),
                                            "method",
                                            "SAVE_CHOICES",
                                            "decisions",
                                            random.nextBoolean() ? SOME : ALL))
                            .statusCode(anyOf(is(200), is(409), is(410), is(412)));
            case WITHDRAW -> withdraw(one).statusCode(anyOf(is(200), is(410)));
            case ERASE -> erase(one).statusCode(anyOf(is(204), is(410)));
            case LINK ->
                    Logins.author()
                            .header("Consent-Token", one.token())
                            .put(CONSENT + "/link", one.id())
                            .then()
                            .statusCode(anyOf(is(200), is(409), is(410)));
            case EXPIRE -> {
                TestClock.advance(Duration.ofDays(random.nextInt(40)));
                while (due.expireNext()) {
                    continue;
                }
            }
            case PUBLISH -> {
                if (random.nextInt(8) == 0) {
                    published(
                            "cookies",
                            version("OPT_IN", random.nextBoolean() ? "MINOR" : "MATERIAL"));
                }
            }
        }
    }

    private static void recordsAreWhatTheirEventsAddUpTo() {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    List<ConsentRecord> records = ConsentRecord.listAll();
                    assertTrue(records.size() > 50);
                    records.forEach(kept ->
                            assertEquals(
                                    Projection.of(LedgerEvent.of(kept.id)), kept.projection()));
                });
    }

    /// What a flaw has to say of the row that was changed.
    private interface Naming {
        void check(TamperedRow row, Flaw flaw);
    }

    private void eachChanged(String table, List<String> columns, Random random, Naming naming) {
        for (String name : columns) {
            for (int n = 0; n < CHANGES; n++) {
                Optional<TamperedRow> changed =
                        TamperedRow.changed(database, new Column(table, name), random);
                if (changed.isEmpty()) {
                    continue; // the database itself refuses it
                }
                Optional<Flaw> flaw = verified();
                assertTrue(flaw.isPresent(), () -> changed.get() + " is not found");
                try {
                    naming.check(changed.get(), flaw.get());
                } catch (AssertionError | NullPointerException e) {
                    throw new AssertionError(changed.get() + " is taken for " + flaw.get(), e);
                }
                changed.get().restore();
            }
        }
        assertEquals(Optional.empty(), verified());
    }

    private static void evidenceIsShreddedAndAllStillVerifies() {
        execute("sealed_evidence", "delete from sealed_evidence");
        execute("evidence_key", "delete from evidence_key");

        assertEquals(Optional.empty(), verified());
    }

    private static void theNewestEventIsMissed() {
        seal();
        LedgerEvent newest =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                LedgerEvent.<LedgerEvent>find("order by at desc, position desc")
                                        .firstResult());
        execute("ledger_event", "delete from ledger_event where id = '" + newest.id + "'");

        Flaw flaw = verified().orElseThrow();
        assertEquals(FlawKind.MISSING_EVENT, flaw.kind());
        assertEquals(newest.chain, flaw.chain());
        assertEquals(newest.position, flaw.position());
    }

    @Test
    void a_record_or_decision_that_was_made_up_or_taken_away_is_found() {
        cookies();
        Given one = accepted();
        Given other = accepted();
        seal();

        execute(
                "consent_decision",
                "update consent_decision set position = 7 where record_id = '" + one.id() + "'");
        assertEquals("consents/" + one.id(), verified().orElseThrow().resource());
        execute(
                "consent_decision",
                "update consent_decision set position = 1 where record_id = '" + one.id() + "'");
        assertEquals(Optional.empty(), verified());

        execute(
                "consent_decision",
                "delete from consent_decision where record_id = '" + other.id() + "'");
        Flaw gone = verified().orElseThrow();
        assertEquals(FlawKind.DECISION, gone.kind());
        assertEquals(UUID.fromString(other.id()), gone.chain());
        execute("consent_record", "delete from consent_record where id = '" + other.id() + "'");
        Flaw missing = verified().orElseThrow();
        assertEquals(FlawKind.RECORD, missing.kind());
        assertEquals("consents/" + other.id(), missing.resource());
    }

    @Test
    void after_an_erasure_no_byte_of_evidence_token_or_link_is_in_the_database()
            throws SQLException {
        cookies();
        String agent = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0";
        var answer =
                given().header("User-Agent", agent)
                        .header("Sec-GPC", "1")
                        .contentType(JSON)
                        .body(
                                Map.of(
                                        "shownToken",
                                        shown(),
                                        "method",
                                        "SAVE_CHOICES",
                                        "decisions",
                                        SOME))
                        .post(CONSENTS)
                        .then()
                        .statusCode(201)
                        .extract();
        Given consent = new Given(answer.path("id"), answer.path("subjectToken"), 1);
        Logins.author()
                .header("Consent-Token", consent.token())
                .put(CONSENT + "/link", consent.id())
                .then()
                .statusCode(200);
        read(consent).statusCode(200);
        Set<String> personal = personal(UUID.fromString(consent.id()));
        String before = DatabaseDump.of(database);
        personal.forEach(value -> assertThat(before, containsString(value)));
        assertEquals(4, personal.size());

        erase(consent).statusCode(204);

        String after = DatabaseDump.of(database);
        personal.forEach(value -> assertThat(after, not(containsString(value))));
        for (String secret : List.of(consent.token(), "Firefox", "Gecko")) {
            assertThat(after, not(containsString(secret)));
        }
        List<String> left = after.lines().filter(line -> line.contains(consent.id())).toList();
        assertThat(left, not(empty()));
        for (String trace : List.of("127.0.0", "an-author")) {
            assertThat(left, not(hasItem(containsString(trace))));
        }
        read(consent).statusCode(410);
        seal();
        assertEquals(Optional.empty(), verified());
    }

    /// The hashes of token and link, the key of the evidence, and the evidence itself.
    private Set<String> personal(UUID id) throws SQLException {
        Set<String> personal = new HashSet<>();
        for (String query :
                List.of(
                        "select token_hash from consent_record where id = '%s'",
                        "select reader_hash from consent_record where id = '%s'",
                        "select wrapped from evidence_key where chain = '%s'",
                        "select ciphertext from sealed_evidence where chain = '%s'")) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(query.formatted(id))) {
                while (rows.next()) {
                    personal.add(rows.getString(1));
                }
            }
        }
        return personal;
    }

    private static void execute(String table, String sql) {
        Unguarded.with(
                table,
                connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.executeUpdate(sql);
                    }
                });
    }
}
