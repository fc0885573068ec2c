package dev.vestnik.ledger;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vestnik.access.Logins;
import dev.vestnik.edge.Ids;
import dev.vestnik.testing.Parallel;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

/// New events are sealed under checkpoints that anybody can check.
@QuarkusTest
class SealingTest {

    private static final String CHECKPOINTS = "/api/v1/consent/ledger/checkpoints";
    private static final String KEYS = "/.well-known/jwks.json";

    @Inject Ledger ledger;
    @Inject SealWorker worker;
    @Inject Sealing sealing;
    @Inject Proofs proofs;
    @Inject SigningKeys keys;
    @Inject InstantSource time;
    @Inject ObjectMapper json;

    @Test
    void an_outsider_can_check_every_event() throws Exception {
        for (int events : List.of(1, 2, 5, 17, 64)) {
            append(events);
            worker.seal();
        }

        JsonNode keySet = keySet();
        List<LedgerEvent> all = QuarkusTransaction.requiringNew().call(() -> LedgerEvent.listAll());
        assertEquals(89, all.size());
        for (LedgerEvent event : all) {
            assertEquals("", Outsider.objection(proof(event), keySet));
        }
    }

    @Test
    void an_outsider_sees_what_was_changed_in_a_proof() throws Exception {
        append(21);
        worker.seal();
        LedgerEvent event =
                QuarkusTransaction.requiringNew().call(() -> LedgerEvent.findAll().firstResult());
        JsonNode keySet = keySet();

        ObjectNode otherContent = proof(event);
        ((ObjectNode) otherContent.get("event")).put("content", "{}");
        ObjectNode otherPlace = proof(event);
        otherPlace.put("leafIndex", otherPlace.get("leafIndex").asLong() ^ 1);
        ObjectNode otherRoot = proof(event);
        ((ObjectNode) otherRoot.get("checkpoint")).put("root", "0".repeat(64));

        assertEquals("the event does not have its hash", Outsider.objection(otherContent, keySet));
        assertEquals("the path does not lead to the root", Outsider.objection(otherPlace, keySet));
        assertEquals("the checkpoint is not signed", Outsider.objection(otherRoot, keySet));
    }

    @Test
    void an_event_has_no_proof_until_it_is_sealed() {
        append(1);
        LedgerEvent event =
                QuarkusTransaction.requiringNew().call(() -> LedgerEvent.findAll().firstResult());

        Optional<Proof> before = QuarkusTransaction.requiringNew().call(() -> proofs.of(event));
        worker.seal();
        Optional<Proof> after = QuarkusTransaction.requiringNew().call(() -> proofs.of(event));

        assertTrue(before.isEmpty());
        assertTrue(after.isPresent());
    }

    @Test
    void seals_in_portions_and_once() {
        append(1100);

        worker.seal();
        worker.seal();

        checkpoints().body("items.treeSize", equalTo(List.of(1100, 1000)));
    }

    @Test
    void several_nodes_seal_each_event_once() throws Exception {
        append(40);

        Parallel.times(
                4,
                node -> {
                    worker.seal();
                    return sealing.next();
                });
        worker.seal();

        checkpoints().body("items", hasSize(1)).body("items[0].treeSize", equalTo(40));
    }

    @Test
    void lists_checkpoints_in_pages_and_reads_one() {
        for (int n = 0; n < 3; n++) {
            append(1);
            worker.seal();
        }

        String next =
                Logins.privacyOfficer()
                        .queryParam("limit", 2)
                        .queryParam("total", true)
                        .get(CHECKPOINTS)
                        .then()
                        .statusCode(200)
                        .body("items.number", equalTo(List.of(3, 2)))
                        .body("page.total", equalTo(3))
                        .extract()
                        .path("page.next");
        Logins.privacyOfficer()
                .queryParam("limit", 2)
                .queryParam("cursor", next)
                .get(CHECKPOINTS)
                .then()
                .statusCode(200)
                .body("items.number", equalTo(List.of(1)))
                .body("page.next", nullValue());
        Logins.privacyOfficer()
                .get(CHECKPOINTS + "/2")
                .then()
                .statusCode(200)
                .body("treeSize", equalTo(2));
        for (String none : List.of("4", "0", "-1", "x", "99999999999999999999")) {
            Logins.privacyOfficer()
                    .get(CHECKPOINTS + "/" + none)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("NOT_FOUND"));
        }
    }

    @Test
    void anyone_gets_the_keys_and_may_cache_them() {
        given().get(KEYS)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("public"))
                .body("keys", hasSize(1))
                .body("keys[0].kty", equalTo("OKP"))
                .body("keys[0].crv", equalTo("Ed25519"))
                .body("keys[0].alg", equalTo("EdDSA"))
                .body("keys[0].use", equalTo("sig"))
                .body("keys[0].d", nullValue());
    }

    @Test
    void what_an_old_key_signed_still_verifies() throws Exception {
        append(3);
        worker.seal();
        String old = keySet().at("/keys/0/kid").asText();
        LedgerEvent event =
                QuarkusTransaction.requiringNew().call(() -> LedgerEvent.findAll().firstResult());
        JsonNode oldProof = proof(event);

        String fresh =
                Logins.admin()
                        .post("/api/v1/consent/ledger/keys")
                        .then()
                        .statusCode(201)
                        .body("kid", not(equalTo(old)))
                        .extract()
                        .path("kid");
        append(1);
        worker.seal();

        given().get(KEYS).then().body("keys.kid", equalTo(List.of(fresh, old)));
        checkpoints().body("items.keyId", equalTo(List.of(fresh, old)));
        assertEquals("", Outsider.objection(oldProof, keySet()));
        assertEquals("", Outsider.objection(proof(event), keySet()));
    }

    @Test
    void goes_on_with_a_key_of_its_own_where_the_newest_is_of_another_secret() throws Exception {
        String x = Ed25519.x(Ed25519.pair(new byte[32]).getPublic());
        String other = Ed25519.thumbprint(x);
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    LedgerKey key = new LedgerKey();
                    key.generation = 1;
                    key.keyId = other;
                    key.x = x;
                    key.persist();
                });

        append(1);
        worker.seal();

        assertEquals(other, keySet().at("/keys/1/kid").asText());
        checkpoints().body("items[0].keyId", equalTo(keySet().at("/keys/0/kid").asText()));
    }

    @Test
    void signs_receipts_that_others_can_verify() throws Exception {
        ObjectNode receipt = JsonNodeFactory.instance.objectNode().put("b", 1).put("a", "ё");

        String signed =
                QuarkusTransaction.requiringNew()
                        .call(() -> keys.sign("consent-receipt+json", receipt));

        JsonWebSignature check = new JsonWebSignature();
        check.setCompactSerialization(signed);
        JsonWebKeySet published = new JsonWebKeySet(given().get(KEYS).asString());
        check.setKey(
                published.findJsonWebKey(check.getKeyIdHeaderValue(), null, null, null).getKey());
        assertTrue(check.verifySignature());
        assertEquals("{\"a\":\"ё\",\"b\":1}", check.getPayload());
        assertEquals("EdDSA", check.getAlgorithmHeaderValue());
        assertEquals("consent-receipt+json", check.getHeader("typ"));
    }

    private void append(int events) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    for (int n = 0; n < events; n++) {
                        ObjectNode content = JsonNodeFactory.instance.objectNode();
                        content.put("text", "Ответ \"" + n + "\"\n");
                        UUID chain = Ids.next();
                        ledger.append(chain, "NOTED", time.instant(), content);
                    }
                });
    }

    private static ValidatableResponse checkpoints() {
        return Logins.privacyOfficer().get(CHECKPOINTS).then().statusCode(200);
    }

    private JsonNode keySet() throws Exception {
        return json.readTree(given().get(KEYS).asString());
    }

    /// As a client gets it.
    private ObjectNode proof(LedgerEvent event) throws Exception {
        Proof proof = QuarkusTransaction.requiringNew().call(() -> proofs.of(event)).orElseThrow();
        return (ObjectNode) json.readTree(json.writeValueAsString(proof));
    }
}
