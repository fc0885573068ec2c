package dev.vestnik.consent;

import static dev.vestnik.consent.Steps.ALL;
import static dev.vestnik.consent.Steps.CONSENT;
import static dev.vestnik.consent.Steps.NONE;
import static dev.vestnik.consent.Steps.SOME;
import static dev.vestnik.consent.Steps.accepted;
import static dev.vestnik.consent.Steps.answered;
import static dev.vestnik.consent.Steps.cookies;
import static dev.vestnik.consent.Steps.erase;
import static dev.vestnik.consent.Steps.put;
import static dev.vestnik.consent.Steps.shown;
import static dev.vestnik.consent.Steps.withdraw;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.vestnik.access.Logins;
import dev.vestnik.consent.Steps.Given;
import dev.vestnik.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Receipts of Kantara's form, held against the schema of that specification.
@QuarkusTest
class ReceiptTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V4)
                    .getSchema(
                            Objects.requireNonNull(
                                    ReceiptTest.class.getResourceAsStream(
                                            "/consent/consent-receipt-1.1.json")));

    @BeforeEach
    void a_notice_asks() {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        cookies();
    }

    static ValidatableResponse receipt(Given consent) {
        return given().header("Consent-Token", consent.token())
                .get(CONSENT + "/receipt", consent.id())
                .then();
    }

    private static JsonNode valid(Given consent) throws IOException {
        JsonNode receipt = JSON.readTree(receipt(consent).statusCode(200).extract().asString());
        assertThat(objections(receipt), empty());
        return receipt;
    }

    private static Set<ValidationMessage> objections(JsonNode receipt) {
        return SCHEMA.validate(receipt);
    }

    @Test
    void a_receipt_tells_what_was_granted_to_whom_and_when() throws IOException {
        Given consent = answered("SAVE_CHOICES", SOME);

        valid(consent);
        receipt(consent)
                .contentType("application/json")
                .header("Cache-Control", "private, no-store")
                .header("Vary", containsString("Accept"))
                .body("version", equalTo("KI-CR-v1.1.0"))
                .body("jurisdiction", equalTo("KZ"))
                .body("consentTimestamp", equalTo(1767254400))
                .body("collectionMethod", equalTo("web form: SAVE_CHOICES"))
                .body("consentReceiptID", matchesPattern("[0-9a-f]{8}(-[0-9a-f]{4}){3}-.{12}"))
                .body("language", equalTo("ru"))
                .body("piiControllers.piiController", contains("Редакция"))
                .body("piiControllers.email", contains("privacy@vestnik.example"))
                .body(
                        "policyUrl",
                        equalTo(
                                "http://localhost:8080/api/v1/consent/notices/cookies/current?locale=ru"))
                .body("services", hasSize(1))
                .body("services[0].purposes.purpose", contains("Для чего нужна цель analytics"))
                .body("services[0].purposes[0].purposeCategory", contains("Improve Performance"))
                .body(
                        "services[0].purposes[0].piiCategory",
                        contains("Network/Service", "Behavioral"))
                .body("services[0].purposes[0].termination", containsString("2026-07-01T08:00:00Z"))
                .body("services[0].purposes[0].thirdPartyName", equalTo("Поставщик"))
                .body("sensitive", equalTo(false))
                .body("spiCat", empty());
    }

    @Test
    void a_purpose_that_names_its_data_is_told_by_that() throws IOException {
        Logins.privacyOfficer()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"data\": [\"LOCATION\", \"CONTACT\"]}")
                .patch(Steps.PURPOSES + "/analytics")
                .then()
                .statusCode(200)
                .body("data", contains("CONTACT", "LOCATION"));
        Given before = answered("SAVE_CHOICES", SOME);
        Steps.published("cookies", Steps.version("OPT_IN", "MINOR"));

        JsonNode receipt = valid(answered("SAVE_CHOICES", SOME));

        assertThat(
                receipt.at("/services/0/purposes/0/piiCategory").toString(),
                equalTo("[\"Contact\",\"Location\"]"));
        assertThat(
                valid(before).at("/services/0/purposes/0/piiCategory").toString(),
                equalTo("[\"Network/Service\",\"Behavioral\"]"));
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPT_ALL, web form: ACCEPT_ALL",
        "CHECKBOX, web form: CHECKBOX",
        "DOUBLE_OPT_IN, web form: DOUBLE_OPT_IN"
    })
    void every_way_of_granting_gives_a_valid_receipt(String method, String collected)
            throws IOException {
        JsonNode receipt = valid(answered(method, ALL));

        assertThat(receipt.path("collectionMethod").asText(), equalTo(collected));
        assertThat(receipt.at("/services/0/purposes").size(), equalTo(2));
    }

    @Test
    void a_controller_who_says_little_is_no_reason_for_an_invalid_receipt() throws IOException {
        Map<String, Object> version = Steps.version("OPT_IN", "MINOR");
        version.put("controller", Map.of("name", "Редакция"));
        Steps.published("cookies", version);

        JsonNode controller = valid(accepted()).at("/piiControllers/0");

        assertThat(controller.path("contact").asText(), equalTo("Редакция"));
        assertThat(controller.path("phone").asText(), equalTo("not stated"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version",
                "jurisdiction",
                "consentTimestamp",
                "collectionMethod",
                "consentReceiptID",
                "piiPrincipalId",
                "piiControllers",
                "policyUrl",
                "services",
                "sensitive",
                "spiCat"
            })
    void the_schema_misses_each_required_member(String member) throws IOException {
        ObjectNode receipt = (ObjectNode) valid(accepted());

        receipt.remove(member);

        assertThat(objections(receipt), hasSize(1));
    }

    @Test
    void the_person_stands_in_it_under_a_pseudonym() throws IOException {
        Given consent = accepted();
        String principal = valid(consent).path("piiPrincipalId").asText();

        assertThat(principal, matchesPattern("[0-9a-f]{64}"));
        assertThat(valid(consent).path("piiPrincipalId").asText(), equalTo(principal));
        assertThat(valid(accepted()).path("piiPrincipalId").asText(), not(equalTo(principal)));
        assertThat(principal, not(equalTo(SubjectTokens.hash(consent.token()))));
        receipt(consent).body(not(containsString(consent.token())));
    }

    @Test
    void each_answer_has_a_receipt_of_its_own() throws IOException {
        Given consent = accepted();
        String first = valid(consent).path("consentReceiptID").asText();
        assertThat(valid(consent).path("consentReceiptID").asText(), equalTo(first));
        TestClock.stopAt("2026-02-01T08:00:00Z");

        put(consent, 1, Map.of("method", "SAVE_CHOICES", "decisions", SOME)).statusCode(200);

        JsonNode second = valid(consent);
        assertThat(second.path("consentReceiptID").asText(), not(equalTo(first)));
        assertThat(second.path("consentTimestamp").asLong(), equalTo(1769932800L));
        assertThat(second.at("/services/0/purposes").size(), equalTo(1));
    }

    @Test
    void of_a_consent_that_grants_nothing_there_is_no_receipt() {
        Given refusal = answered("REJECT_ALL", NONE);
        Given withdrawn = accepted();
        withdraw(withdrawn).statusCode(200);
        Given expired = accepted();

        for (Given consent : List.of(refusal, withdrawn)) {
            receipt(consent)
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("code", equalTo("NOTHING_GRANTED"));
        }
        TestClock.stopAt("2026-07-01T08:00:00Z");
        receipt(expired).statusCode(409).body("code", equalTo("NOTHING_GRANTED"));
    }

    @Test
    void only_who_holds_the_token_and_the_privacy_officer_get_it() {
        Given consent = accepted();

        receipt(new Given(consent.id(), "wrong", 1)).statusCode(404);
        given().get(CONSENT + "/receipt", consent.id()).then().statusCode(404);
        Logins.editor().get(CONSENT + "/receipt", consent.id()).then().statusCode(404);
        Logins.privacyOfficer()
                .get(CONSENT + "/receipt", consent.id())
                .then()
                .statusCode(200)
                .body("language", equalTo("ru"));
    }

    @Test
    void of_an_erased_consent_there_is_none_for_anybody() {
        Given consent = accepted();
        erase(consent).statusCode(204);

        receipt(consent).statusCode(410).body("code", equalTo("GONE"));
        receipt(new Given(consent.id(), "wrong", 1)).statusCode(404);
        Logins.privacyOfficer().get(CONSENT + "/receipt", consent.id()).then().statusCode(410);
    }

    @Test
    void a_receipt_is_in_the_language_in_which_the_notice_was_shown() throws IOException {
        var answer =
                Steps.answer(shown("cookies", "en"), "ACCEPT_ALL", ALL)
                        .then()
                        .statusCode(201)
                        .extract();

        JsonNode receipt = valid(new Given(answer.path("id"), answer.path("subjectToken"), 1));

        assertThat(receipt.path("language").asText(), equalTo("en"));
        assertThat(receipt.path("policyUrl").asText(), containsString("locale=en"));
    }
}
