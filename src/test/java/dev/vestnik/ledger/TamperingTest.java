package dev.vestnik.ledger;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vestnik.access.Logins;
import dev.vestnik.edge.Ids;
import dev.vestnik.edge.Secret;
import dev.vestnik.testing.TamperedRow;
import dev.vestnik.testing.TamperedRow.Column;
import dev.vestnik.testing.Unguarded;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whoever reaches past the guards is found out: a thousand random events, and whatever is then
/// changed straight in the database is named by a verification.
@QuarkusTest
class TamperingTest {

    private static final int EVENTS = 1000;
    private static final int CHANGES = 20;

    @Inject Ledger ledger;
    @Inject Evidence evidence;
    @Inject SealWorker worker;
    @Inject Verification verification;
    @Inject Secret secret;
    @Inject EntityManager entities;
    @Inject DataSource database;
    @Inject InstantSource time;

    private final List<UUID> chains = new ArrayList<>();

    @BeforeEach
    void a_thousand_events() {
        Random random = new Random(20261124);
        int done = 0;
        while (done < EVENTS) {
            int portion = Math.min(EVENTS - done, 1 + random.nextInt(80));
            QuarkusTransaction.requiringNew().run(() -> append(portion, random));
            done += portion;
            if (random.nextInt(3) > 0 && done < EVENTS) {
                worker.seal();
            }
        }
    }

    private void append(int events, Random random) {
        for (int n = 0; n < events; n++) {
            if (chains.isEmpty() || random.nextInt(4) == 0) {
                chains.add(Ids.next());
            }
            UUID chain = chains.get(random.nextInt(chains.size()));
            ledger.append(
                    chain,
                    random.nextBoolean() ? "NOTED" : "STRUCK",
                    time.instant(),
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("purpose", "статистика " + random.nextInt(1000))
                            .put("n", n));
        }
    }

    @Test
    void finds_nothing_where_nothing_was_changed() {
        assertEquals(Optional.empty(), verified());
    }

    @Test
    void names_each_changed_byte_of_an_event() {
        eachChanged(
                "ledger_event",
                List.of("id", "type", "at", "content", "previous", "hash"),
                (row, flaw) -> {
                    assertEquals(row.uuid("chain"), flaw.chain());
                    assertEquals(row.number("position"), flaw.position().longValue());
                });
        eachChanged(
                "ledger_event",
                List.of("chain", "position"),
                (row, flaw) -> {
                    assertEquals(FlawKind.MISSING_EVENT, flaw.kind());
                    assertEquals(row.uuid("chain"), flaw.chain());
                    assertEquals(row.number("position"), flaw.position().longValue());
                });
    }

    @Test
    void names_each_changed_byte_of_the_tree() {
        eachChanged(
                "ledger_leaf",
                List.of("leaf_index", "chain", "position", "hash"),
                (row, flaw) ->
                        assertEquals(row.number("leaf_index"), flaw.leafIndex().longValue()));
        eachChanged(
                "ledger_node",
                List.of("hash"),
                (row, flaw) -> {
                    assertEquals(FlawKind.NODE, flaw.kind());
                    assertEquals("nodes/" + row.number("place"), flaw.resource());
                });
        eachChanged(
                "ledger_node",
                List.of("place"),
                (row, flaw) -> assertEquals(FlawKind.NODE, flaw.kind()));
    }

    @Test
    void names_each_changed_byte_of_a_checkpoint_or_key() {
        eachChanged(
                "ledger_checkpoint",
                List.of("tree_size", "root", "at", "previous", "key_id", "signature", "number"),
                (row, flaw) -> assertEquals(row.number("number"), flaw.checkpoint().longValue()));
        eachChanged(
                "ledger_key",
                List.of("generation", "key_id", "x"),
                (row, flaw) -> assertEquals(FlawKind.KEY, flaw.kind()));
    }

    /// What a flaw has to say of the row that was changed.
    private interface Naming {
        void check(TamperedRow row, Flaw flaw);
    }

    private void eachChanged(String table, List<String> columns, Naming naming) {
        Random random = new Random(table.hashCode());
        for (String name : columns) {
            for (int n = 0; n < CHANGES; n++) {
                Optional<TamperedRow> changed =
                        TamperedRow.changed(database, new Column(table, name), random);
                if (changed.isEmpty()) {
                    continue; // the database itself refuses a second row of this key
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

    @Test
    void finds_events_that_were_written_anew_with_all_their_hashes() {
        UUID chain = chains.get(3);
        List<LedgerEvent> events =
                QuarkusTransaction.requiringNew().call(() -> LedgerEvent.of(chain));
        String before = LedgerEvent.NOTHING;
        for (LedgerEvent event : events) {
            event.content = "{}";
            event.previous = before;
            event.hash = CanonicalJson.sha256Hex(event.hashed());
            before = event.hash;
            execute(
                    "ledger_event",
                    "update ledger_event set content = '%s', previous = '%s', hash = '%s' where id = '%s'"
                            .formatted(event.content, event.previous, event.hash, event.id));
        }

        Flaw flaw = verified().orElseThrow();

        assertEquals(FlawKind.CONTENT, flaw.kind());
        assertEquals(events.get(0).id, flaw.eventId());
    }

    @Test
    void finds_the_newest_event_written_anew_together_with_its_leaf() {
        QuarkusTransaction.requiringNew().run(() -> append(1, new Random(1)));
        worker.seal();
        LedgerEvent last = lastSealed();
        last.content = "{}";
        last.hash = CanonicalJson.sha256Hex(last.hashed());
        execute(
                "ledger_event",
                "update ledger_event set content = '{}', hash = '%s' where id = '%s'"
                        .formatted(last.hash, last.id));
        execute(
                "ledger_leaf",
                "update ledger_leaf set hash = '%s' where leaf_index = %d"
                        .formatted(MerkleTree.leafHash(last.hash), EVENTS));

        Flaw flaw = verified().orElseThrow();

        assertEquals(FlawKind.ROOT, flaw.kind());
        assertEquals(
                QuarkusTransaction.requiringNew().call(() -> Checkpoint.count()),
                flaw.checkpoint());
    }

    @Test
    void finds_the_newest_sealed_event_missing() {
        worker.seal();
        LedgerEvent newest = newest();
        execute("ledger_event", "delete from ledger_event where id = '" + newest.id + "'");

        Flaw flaw = verified().orElseThrow();

        assertEquals(FlawKind.MISSING_EVENT, flaw.kind());
        assertEquals(newest.chain, flaw.chain());
        assertEquals(newest.position, flaw.position());
    }

    @Test
    void finds_the_newest_event_missing_together_with_its_leaf_or_its_checkpoint() {
        worker.seal();
        long last = EVENTS - 1;
        execute("ledger_leaf", "delete from ledger_leaf where leaf_index = " + last);
        assertEquals(last, verified().orElseThrow().leafIndex());

        execute("ledger_checkpoint", "delete from ledger_checkpoint where tree_size = " + EVENTS);
        assertEquals(FlawKind.MISSING_CHECKPOINT, verified().orElseThrow().kind());
    }

    @Test
    void finds_an_event_missing_that_was_about_to_be_sealed() {
        LedgerEvent newest = newest();
        execute("ledger_event", "delete from ledger_event where id = '" + newest.id + "'");

        Flaw before = verified().orElseThrow();
        worker.seal();
        Flaw after = verified().orElseThrow();

        assertEquals(FlawKind.MISSING_EVENT, before.kind());
        assertEquals(newest.chain, before.chain());
        assertEquals(newest.position, before.position());
        assertEquals(before, after);
    }

    @Test
    void finds_events_that_were_slipped_in_or_kept_from_being_sealed() {
        LedgerEvent newest = newest();
        execute(
                "ledger_unsealed",
                "delete from ledger_unsealed where chain = '%s' and position = %d"
                        .formatted(newest.chain, newest.position));

        Flaw flaw = verified().orElseThrow();

        assertEquals(FlawKind.UNKNOWN_EVENT, flaw.kind());
        assertEquals(newest.id, flaw.eventId());
    }

    @Test
    void does_not_believe_a_key_of_somebody_else() {
        worker.seal();
        String x = Ed25519.x(Ed25519.pair(new byte[32]).getPublic());
        String kid = Ed25519.thumbprint(x);
        execute(
                "ledger_key",
                "insert into ledger_key (generation, key_id, x) values (2, '%s', '%s')"
                        .formatted(kid, x));

        Flaw flaw = verified().orElseThrow();

        assertEquals(FlawKind.KEY, flaw.kind());
        assertEquals("keys/" + kid, flaw.resource());
    }

    @Test
    void believes_the_keys_of_an_earlier_secret_that_are_named() {
        String x = Ed25519.x(Ed25519.pair(new byte[32]).getPublic());
        LedgerKey earlier = new LedgerKey();
        earlier.generation = 1;
        earlier.keyId = Ed25519.thumbprint(x);
        earlier.x = x;
        LedgerSettings naming = trusting(Optional.of(List.of(earlier.keyId)));

        assertFalse(
                new SigningKeys(secret, entities, trusting(Optional.empty())).isTrusted(earlier));
        assertTrue(new SigningKeys(secret, entities, naming).isTrusted(earlier));
    }

    private static LedgerSettings trusting(Optional<List<String>> trustedKeys) {
        return new LedgerSettings() {
            @Override
            public String sealEvery() {
                return "off";
            }

            @Override
            public Optional<List<String>> trustedKeys() {
                return trustedKeys;
            }
        };
    }

    @Test
    void verifies_after_evidence_was_destroyed() {
        UUID id = Ids.next();
        UUID chain = chains.get(0);
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    String commitment =
                            evidence.keep(
                                    chain,
                                    id,
                                    JsonNodeFactory.instance
                                            .objectNode()
                                            .put("address", "203.0.113.0"));
                    ledger.append(
                            chain,
                            "NOTED",
                            time.instant(),
                            JsonNodeFactory.instance.objectNode().put("evidence", commitment));
                });
        worker.seal();

        QuarkusTransaction.requiringNew().run(() -> evidence.shred(chain));

        assertEquals(Optional.empty(), verified());
    }

    @Test
    void tells_officers_how_far_it_is_and_what_it_found() {
        LedgerEvent newest = newest();
        Response sound = verifiedOverHttp();
        sound.then()
                .body("processed", equalTo(EVENTS))
                .body("total", equalTo(EVENTS))
                .body("etaSeconds", nullValue())
                .body("startedAt", notNullValue())
                .body("finishedAt", notNullValue())
                .body("flaw", nullValue());

        execute(
                "ledger_event",
                "update ledger_event set content = '{\"n\":77}' where id = '" + newest.id + "'");

        verifiedOverHttp()
                .then()
                .body("flaw.kind", equalTo("CONTENT"))
                .body("flaw.eventId", equalTo(newest.id.toString()))
                .body("flaw.chain", equalTo(newest.chain.toString()))
                .body("flaw.position", equalTo(newest.position))
                .body("flaw.leafIndex", nullValue());
    }

    private static Response verifiedOverHttp() {
        Logins.privacyOfficer().post("/api/v1/consent/ledger/verify").then().statusCode(202);
        Response progress;
        do {
            progress = Logins.privacyOfficer().get("/api/v1/consent/ledger/verify");
        } while (progress.path("state").equals("RUNNING"));
        assertEquals("DONE", progress.path("state"));
        return progress;
    }

    private Optional<Flaw> verified() {
        VerificationProgress progress = new VerificationProgress(time);
        Optional<Flaw> flaw = verification.check(progress);
        if (flaw.isEmpty()) {
            assertNull(progress.view().flaw());
        }
        return flaw;
    }

    /// The newest event of all: the last of its chain.
    private static LedgerEvent newest() {
        return QuarkusTransaction.requiringNew()
                .call(() -> LedgerEvent.<LedgerEvent>find("order by id desc").firstResult());
    }

    /// The event of the newest leaf.
    private static LedgerEvent lastSealed() {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    LedgerLeaf leaf = LedgerLeaf.find("order by leafIndex desc").firstResult();
                    return LedgerEvent.of(leaf.chain).get(leaf.position - 1);
                });
    }

    private static void execute(String table, String sql) {
        Unguarded.with(
                table,
                connection -> {
                    try (Statement statement = connection.createStatement()) {
                        assertEquals(1, statement.executeUpdate(sql));
                    }
                });
    }
}
