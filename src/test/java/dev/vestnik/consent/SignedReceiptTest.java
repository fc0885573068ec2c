package dev.vestnik.consent;

import static dev.vestnik.consent.Steps.CONSENT;
import static dev.vestnik.consent.Steps.NONE;
import static dev.vestnik.consent.Steps.accepted;
import static dev.vestnik.consent.Steps.answered;
import static dev.vestnik.consent.Steps.cookies;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.access.Logins;
import dev.vestnik.consent.Steps.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signed receipts, verified by the Java platform and the published keys alone.
@QuarkusTest
class SignedReceiptTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEYS = "/.well-known/jwks.json";

    /// What precedes the key's bytes in an X.509 public key of Ed25519 (RFC 8410).
    private static final String X509 = "302a300506032b6570032100";

    @BeforeEach
    void a_notice_asks() {
        cookies();
    }

    private static ValidatableResponse signed(Given consent, String accept) {
        return given().header("Consent-Token", consent.token())
                .header("Accept", accept)
                .queryParam("signed", true)
                .get(CONSENT + "/receipt", consent.id())
                .then();
    }

    private static String jws(Given consent, String accept) {
        return signed(consent, accept).statusCode(200).extract().asString();
    }

    private static JsonNode part(String jws, int index) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(jws.split("\\.")[index]));
    }

    private static boolean verifies(String jws) throws IOException, GeneralSecurityException {
        String[] parts = jws.split("\\.");
        String keyId = part(jws, 0).path("kid").asText();
        for (JsonNode key : JSON.readTree(given().get(KEYS).asString()).path("keys")) {
            if (key.path("kid").asText().equals(keyId)) {
                byte[] x = Base64.getUrlDecoder().decode(key.path("x").asText());
                byte[] encoded = HexFormat.of().parseHex(X509 + HexFormat.of().formatHex(x));
                Signature signature = Signature.getInstance("Ed25519");
                signature.initVerify(
                        KeyFactory.getInstance("Ed25519")
                                .generatePublic(new X509EncodedKeySpec(encoded)));
                signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
                return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
            }
        }
        return false;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | consent-receipt+json",
                "application/json | consent-receipt+json",
                "application/jose | consent-receipt+json",
                "application/ld+json | consent-record+ld+json"
            })
    void either_form_is_signed_when_asked(String accept, String type) throws Exception {
        Given consent = accepted();

        signed(consent, accept)
                .statusCode(200)
                .contentType("application/jose")
                .header("Cache-Control", "private, no-store")
                .header("Vary", containsString("Accept"));
        String jws = jws(consent, accept);
        assertThat(part(jws, 0).path("typ").asText(), equalTo(type));
        assertThat(part(jws, 0).path("alg").asText(), equalTo("EdDSA"));
        assertThat(verifies(jws), equalTo(true));
    }

    @ParameterizedTest
    @CsvSource({"application/json", "application/ld+json"})
    void what_is_signed_is_the_same_document(String accept) throws Exception {
        Given consent = accepted();
        String plain =
                given().header("Consent-Token", consent.token())
                        .header("Accept", accept)
                        .get(CONSENT + "/receipt", consent.id())
                        .asString();

        JsonNode payload = part(jws(consent, accept), 1);

        assertThat(payload, equalTo(JSON.readTree(plain)));
    }

    @Test
    void one_changed_byte_is_seen() throws Exception {
        String jws = jws(accepted(), "application/json");
        int payload = jws.indexOf('.') + 1;
        for (int at : new int[] {payload, payload + 40, jws.lastIndexOf('.') - 2}) {
            char other = jws.charAt(at) == 'A' ? 'B' : 'A';
            String changed = jws.substring(0, at) + other + jws.substring(at + 1);

            assertThat(verifies(changed), equalTo(false));
        }
        byte[] said = Base64.getUrlDecoder().decode(jws.split("\\.")[1]);
        String forged = new String(said, StandardCharsets.UTF_8).replace("\"KZ\"", "\"EU\"");
        String[] parts = jws.split("\\.");
        assertThat(
                verifies(
                        parts[0]
                                + "."
                                + Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(forged.getBytes(StandardCharsets.UTF_8))
                                + "."
                                + parts[2]),
                equalTo(false));
    }

    @Test
    void what_an_earlier_key_has_signed_verifies_for_ever() throws Exception {
        Given consent = accepted();
        String before = jws(consent, "application/json");

        Logins.admin().post("/api/v1/consent/ledger/keys").then().statusCode(201);

        String after = jws(consent, "application/json");
        assertThat(
                part(after, 0).path("kid").asText(),
                not(equalTo(part(before, 0).path("kid").asText())));
        assertThat(verifies(before), equalTo(true));
        assertThat(verifies(after), equalTo(true));
    }

    @Test
    void a_receipt_names_the_key_that_signs_it() throws Exception {
        String jws = jws(accepted(), "application/json");

        JsonNode key = JSON.readTree(part(jws, 1).path("publicKey").asText());

        assertThat(key.path("kid").asText(), equalTo(part(jws, 0).path("kid").asText()));
        assertThat(key.path("crv").asText(), equalTo("Ed25519"));
    }

    @Test
    void of_a_refusal_the_record_is_signed_and_there_is_no_receipt() throws Exception {
        Given refusal = answered("REJECT_ALL", NONE);

        signed(refusal, "application/json")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("NOTHING_GRANTED"));
        assertThat(verifies(jws(refusal, "application/ld+json")), equalTo(true));
    }

    @Test
    void signed_is_true_or_false() {
        Given consent = accepted();

        given().header("Consent-Token", consent.token())
                .queryParam("signed", "yes")
                .get(CONSENT + "/receipt", consent.id())
                .then()
                .statusCode(400)
                .body("errors.parameter", org.hamcrest.Matchers.contains("signed"));
        signed(new Given(consent.id(), "wrong", 1), "*/*").statusCode(404);
    }
}
