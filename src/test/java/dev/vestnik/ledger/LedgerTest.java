package dev.vestnik.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vestnik.testing.DatabaseDump;
import dev.vestnik.testing.Parallel;
import dev.vestnik.testing.Unguarded;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// What an event is, and what becomes of the evidence for it.
@QuarkusTest
class LedgerTest {

    private static final UUID CHAIN = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final UUID EVIDENCE = UUID.fromString("01900000-0000-7000-8000-000000000003");
    private static final UUID SECOND = UUID.fromString("01900000-0000-7000-8000-000000000004");
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00.123456789Z");

    @Inject Ledger ledger;
    @Inject Evidence evidence;
    @Inject DataSource database;

    @Test
    void hashes_an_event_in_its_canonical_form() throws Exception {
        append(CHAIN, "NOTED", object("b", "ё").put("a", 1.0));

        LedgerEvent event = events(CHAIN).get(0);
        assertEquals("{\"a\":1,\"b\":\"ё\"}", event.content);
        String canonical =
                "{\"at\":\"2026-01-01T00:00:00.123456Z\",\"chain\":\""
                        + CHAIN
                        + "\",\"content\":\"{\\\"a\\\":1,\\\"b\\\":\\\"ё\\\"}\",\"id\":\""
                        + event.id
                        + "\",\"position\":1,\"previous\":\""
                        + "0".repeat(64)
                        + "\",\"type\":\"NOTED\"}";
        byte[] hash =
                MessageDigest.getInstance("SHA-256")
                        .digest(canonical.getBytes(StandardCharsets.UTF_8));
        assertEquals(HexFormat.of().formatHex(hash), event.hash);
    }

    @Test
    void links_each_event_to_the_one_before_it_in_its_own_chain() {
        append(CHAIN, "NOTED", object("n", "1"));
        append(OTHER, "REFUSED", object("n", "2"));
        append(CHAIN, "STRUCK", object("n", "3"));

        List<LedgerEvent> chain = events(CHAIN);
        assertEquals(List.of(1, 2), chain.stream().map(event -> event.position).toList());
        assertEquals(chain.get(0).hash, chain.get(1).previous);
        assertEquals(LedgerEvent.NOTHING, events(OTHER).get(0).previous);
    }

    @Test
    void writers_at_one_chain_at_the_same_moment_leave_it_whole() throws Exception {
        List<Boolean> written =
                Parallel.times(
                        8,
                        n -> {
                            try {
                                append(CHAIN, "CHANGED", object("n", String.valueOf(n)));
                                return true;
                            } catch (RuntimeException overtaken) {
                                return false;
                            }
                        });

        long successes = written.stream().filter(Boolean::booleanValue).count();
        List<LedgerEvent> chain = events(CHAIN);
        assertTrue(successes > 0);
        assertEquals(successes, chain.size());
        for (int n = 0; n < chain.size(); n++) {
            assertEquals(n + 1, chain.get(n).position);
            assertEquals(
                    n == 0 ? LedgerEvent.NOTHING : chain.get(n - 1).hash, chain.get(n).previous);
        }
    }

    @Test
    void gives_evidence_back_and_commits_to_it() {
        String commitment = keep(CHAIN, EVIDENCE, object("address", "203.0.113.0"));
        String again = keep(CHAIN, SECOND, object("address", "203.0.113.0"));

        assertEquals(Optional.of(object("address", "203.0.113.0")), read(CHAIN, EVIDENCE));
        assertEquals(Optional.empty(), read(OTHER, EVIDENCE));
        assertEquals(64, commitment.length());
        assertEquals(64, again.length());
        assertEquals(false, commitment.equals(again), "the same evidence shows as the same");
    }

    @Test
    void refuses_evidence_that_was_moved_to_another_place() {
        keep(CHAIN, EVIDENCE, object("address", "203.0.113.0"));
        keep(CHAIN, SECOND, object("address", "198.51.100.0"));

        Unguarded.with(
                "sealed_evidence",
                connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.executeUpdate(
                                "update sealed_evidence set ciphertext = (select max(o.ciphertext) from"
                                        + " sealed_evidence o where o.id = '"
                                        + SECOND
                                        + "') where id = '"
                                        + EVIDENCE
                                        + "'");
                    }
                });

        assertThrows(IllegalStateException.class, () -> read(CHAIN, EVIDENCE));
    }

    @Test
    void nothing_of_shredded_evidence_is_left_in_the_database() throws Exception {
        keep(OTHER, SECOND, object("address", "198.51.100.0"));
        keep(CHAIN, EVIDENCE, object("address", "203.0.113.0"));
        List<String> traces = new ArrayList<>(List.of("203.0.113.0"));
        traces.addAll(values("select wrapped from evidence_key where chain = '" + CHAIN + "'"));
        traces.addAll(
                values("select ciphertext from sealed_evidence where chain = '" + CHAIN + "'"));

        QuarkusTransaction.requiringNew().run(() -> evidence.shred(CHAIN));

        assertEquals(Optional.empty(), read(CHAIN, EVIDENCE));
        assertEquals(Optional.of(object("address", "198.51.100.0")), read(OTHER, SECOND));
        assertEquals(3, traces.size());
        String dump = DatabaseDump.of(database);
        traces.forEach(trace -> assertEquals(-1, dump.indexOf(trace), trace));
    }

    private LedgerEvent append(UUID chain, String type, ObjectNode content) {
        return inTransaction(() -> ledger.append(chain, type, AT, content));
    }

    private String keep(UUID chain, UUID id, ObjectNode what) {
        return inTransaction(() -> evidence.keep(chain, id, what));
    }

    private Optional<ObjectNode> read(UUID chain, UUID id) {
        return inTransaction(() -> evidence.read(chain, id));
    }

    private static List<LedgerEvent> events(UUID chain) {
        return inTransaction(() -> LedgerEvent.of(chain));
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }

    private static ObjectNode object(String member, String value) {
        return JsonNodeFactory.instance.objectNode().put(member, value);
    }

    private List<String> values(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
