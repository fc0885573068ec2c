package dev.vestnik.consent;

import static dev.vestnik.consent.Steps.ALL;
import static dev.vestnik.consent.Steps.CONSENT;
import static dev.vestnik.consent.Steps.CONSENTS;
import static dev.vestnik.consent.Steps.SOME;
import static dev.vestnik.consent.Steps.accepted;
import static dev.vestnik.consent.Steps.cookies;
import static dev.vestnik.consent.Steps.erase;
import static dev.vestnik.consent.Steps.put;
import static dev.vestnik.consent.Steps.read;
import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import dev.vestnik.access.Logins;
import dev.vestnik.consent.Steps.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the privacy officer does about one person.
@QuarkusTest
class ConsentOfficerTest {

    @BeforeEach
    void a_notice_asks() {
        cookies();
    }

    private static ValidatableResponse search(Map<String, ?> whom) {
        return Logins.privacyOfficer()
                .contentType(JSON)
                .body(whom)
                .post(CONSENTS + "/search")
                .then();
    }

    private static ValidatableResponse invalidate(String id, String reason) {
        return Logins.privacyOfficer()
                .contentType(JSON)
                .body(Map.of("reason", reason))
                .post(CONSENT + "/invalidation", id)
                .then();
    }

    private static List<String> audited(String action) {
        return Logins.admin()
                .queryParam("action", action)
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .extract()
                .path("items.resourceId");
    }

    private static List<String> events(Given consent) {
        return given().header("Consent-Token", consent.token())
                .get(CONSENT + "/events", consent.id())
                .path("items.type");
    }

    @Test
    void finds_a_persons_consent_by_token_or_id() {
        Given wanted = accepted();
        accepted();

        search(Map.of("subjectToken", wanted.token()))
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body("items.id", contains(wanted.id()))
                .body("items.state", contains("GIVEN"))
                .body("more", equalTo(false));
        search(Map.of("id", wanted.id())).body("items.id", contains(wanted.id()));
        search(Map.of("subjectToken", "nobody-s")).statusCode(200).body("items", empty());
        search(Map.of("id", UUID.randomUUID())).body("items", empty());
    }

    @Test
    void finds_a_readers_consents() {
        Given one = accepted();
        Given other = accepted();
        accepted();
        for (Given consent : List.of(one, other)) {
            Logins.author()
                    .header("Consent-Token", consent.token())
                    .put(CONSENT + "/link", consent.id())
                    .then()
                    .statusCode(200);
        }
        String reader =
                Logins.admin()
                        .queryParam("q", "an-author")
                        .get("/api/v1/users")
                        .path("items[0].id");

        search(Map.of("userId", reader)).body("items.id", contains(other.id(), one.id()));
    }

    @Test
    void an_erased_consent_is_found_by_the_token_that_opened_it() {
        Given erased = accepted();
        erase(erased).statusCode(204);

        search(Map.of("subjectToken", erased.token()))
                .body("items.id", contains(erased.id()))
                .body("items.state", contains("ERASED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"subjectToken\": null}",
                "{\"subjectToken\": \"\"}",
                "{\"subjectToken\": \"x\", \"id\": \"01940000-0000-7000-8000-000000000401\"}"
            })
    void a_search_for_nobody_or_two_is_refused(String body) {
        Logins.privacyOfficer()
                .contentType(JSON)
                .body(body)
                .post(CONSENTS + "/search")
                .then()
                .statusCode(422)
                .body("code", equalTo("VALIDATION_FAILED"));
    }

    @Test
    void a_search_leaves_a_line_for_each_record_and_no_token() {
        Given consent = accepted();

        search(Map.of("subjectToken", consent.token())).statusCode(200);

        assertThat(audited("ConsentRecordsResource_search"), hasItem(consent.id()));
        assertThat(
                Logins.admin().get("/api/v1/audit").asString(),
                not(containsString(consent.token())));
    }

    @Test
    void an_invalidated_consent_grants_nothing_and_asks_again() {
        Given consent = accepted();

        invalidate(consent.id(), "The screen said something else")
                .statusCode(200)
                .body("state", equalTo("INVALIDATED"))
                .body("effective.analytics", equalTo("DENIED"))
                .body("effective.necessary", equalTo("GRANTED"));

        read(consent)
                .body("state", equalTo("INVALIDATED"))
                .body("decisions", equalTo(ALL))
                .body("effective.marketing", equalTo("DENIED"))
                .body("signals.ad_storage", equalTo("denied"))
                .body("action", equalTo("RE_ASK"))
                .body("reasons", contains("INVALIDATED"));
        assertThat(events(consent), contains("GIVEN", "INVALIDATED"));
        assertThat(audited("ConsentRecordsResource_invalidate"), contains(consent.id()));
    }

    @Test
    void invalidating_twice_makes_one_event_and_keeps_the_first_reason() {
        Given consent = accepted();
        invalidate(consent.id(), "The first reason").statusCode(200);

        invalidate(consent.id(), "Another reason")
                .statusCode(200)
                .body("state", equalTo("INVALIDATED"));

        assertThat(events(consent), contains("GIVEN", "INVALIDATED"));
        Map<String, Map<String, String>> evidence =
                Logins.privacyOfficer()
                        .get(CONSENT + "/export", consent.id())
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("evidence");
        assertThat(
                evidence.values(),
                hasItem(Map.of("reason", "The first reason", "writtenBy", "an-officer")));
        assertThat(evidence.toString(), not(containsString("Another reason")));
    }

    @Test
    void a_change_without_a_notice_brings_nothing_back() {
        Given consent = accepted();
        invalidate(consent.id(), "A mistake").statusCode(200);

        put(consent, 2, Map.of("method", "SAVE_CHOICES", "decisions", SOME)).statusCode(422);

        read(consent).body("effective.analytics", equalTo("DENIED"));
    }

    @Test
    void what_cannot_be_invalidated_is_told() {
        Given erased = accepted();
        erase(erased);

        invalidate(erased.id(), "Too late").statusCode(410);
        invalidate(UUID.randomUUID().toString(), "Nobody's").statusCode(404);
        invalidate("x", "Nobody's").statusCode(404);
        invalidate(accepted().id(), " ")
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
    }

    @Test
    void every_reading_of_one_person_leaves_a_line() {
        Given consent = accepted();

        for (String part : List.of("", "/events", "/proof", "/export")) {
            Logins.privacyOfficer().get(CONSENT + part, consent.id()).then().statusCode(200);
        }

        List<String> actions =
                Logins.admin()
                        .queryParam("resourceId", consent.id())
                        .get("/api/v1/audit")
                        .path("items.action");
        assertThat(
                actions,
                containsInAnyOrder(
                        "ConsentResource_read",
                        "ConsentProofResource_events",
                        "ConsentProofResource_proof",
                        "ConsentProofResource_export"));
        assertThat(
                Logins.admin().get("/api/v1/audit").<List<String>>path("items.actor"),
                hasItems("an-officer"));
    }
}
