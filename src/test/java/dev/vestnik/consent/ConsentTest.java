package dev.vestnik.consent;

import static dev.vestnik.consent.Steps.ALL;
import static dev.vestnik.consent.Steps.CONSENT;
import static dev.vestnik.consent.Steps.CONSENTS;
import static dev.vestnik.consent.Steps.NONE;
import static dev.vestnik.consent.Steps.SOME;
import static dev.vestnik.consent.Steps.accepted;
import static dev.vestnik.consent.Steps.answer;
import static dev.vestnik.consent.Steps.answered;
import static dev.vestnik.consent.Steps.cookies;
import static dev.vestnik.consent.Steps.erase;
import static dev.vestnik.consent.Steps.published;
import static dev.vestnik.consent.Steps.put;
import static dev.vestnik.consent.Steps.read;
import static dev.vestnik.consent.Steps.shown;
import static dev.vestnik.consent.Steps.version;
import static dev.vestnik.consent.Steps.withdraw;
import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.vestnik.access.Logins;
import dev.vestnik.consent.Steps.Given;
import dev.vestnik.testing.Parallel;
import dev.vestnik.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ConsentTest {

    @Inject DueConsents due;

    @BeforeEach
    void a_notice_asks() {
        cookies();
    }

    @Test
    void a_consent_is_stored_with_what_was_shown() {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        Given consent = accepted();

        read(consent)
                .statusCode(200)
                .header("ETag", matchesPattern("\"1-[0-9a-f]{16}\""))
                .header("Cache-Control", "private, no-store")
                .body("state", equalTo("GIVEN"))
                .body("notice", equalTo("cookies"))
                .body("noticeVersion", equalTo(1))
                .body("locale", equalTo("ru"))
                .body("method", equalTo("ACCEPT_ALL"))
                .body("decisions", equalTo(ALL))
                .body("effective.necessary", equalTo("GRANTED"))
                .body("effective.analytics", equalTo("GRANTED"))
                .body("action", equalTo("NONE"))
                .body("reasons", empty())
                .body("signals.ad_storage", equalTo("granted"))
                .body("signals.analytics_storage", equalTo("granted"))
                .body("signals.personalization_storage", equalTo("denied"))
                .body("signals.security_storage", equalTo("granted"))
                .body("givenAt", equalTo("2026-01-01T08:00:00Z"))
                .body("expiresAt", equalTo("2026-07-01T08:00:00Z"))
                .body("subjectToken", nullValue());
    }

    @Test
    void a_refusal_is_stored() {
        Given refusal = answered("REJECT_ALL", NONE);

        read(refusal)
                .body("state", equalTo("REFUSED"))
                .body("decisions", equalTo(NONE))
                .body("effective.analytics", equalTo("DENIED"))
                .body("signals.analytics_storage", equalTo("denied"))
                .body("action", equalTo("NONE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONTINUED_USE", "SCROLL", "TIMEOUT", "PRETICKED"})
    void continued_use_cannot_grant(String method) {
        answer(shown(), method, SOME)
                .then()
                .statusCode(422)
                .body("code", equalTo("CONSENT_NOT_AFFIRMATIVE"))
                .body("errors.pointer", contains("/method"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"REJECT_ALL", "DISMISS", "GPC"})
    void a_method_that_denies_cannot_grant(String method) {
        answer(shown(), method, ALL)
                .then()
                .statusCode(422)
                .body("errors.code", contains("METHOD_MAY_ONLY_DENY"));
    }

    @Test
    void every_purpose_that_is_not_necessary_is_decided_and_no_other() {
        answer(
                        shown(),
                        "SAVE_CHOICES",
                        Map.of(
                                "analytics",
                                "GRANTED",
                                "necessary",
                                "GRANTED",
                                "horoscopes",
                                "DENIED"))
                .then()
                .statusCode(422)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/decisions/marketing",
                                "/decisions/necessary",
                                "/decisions/horoscopes"))
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "DECISION_MISSING", "NECESSARY_PURPOSE", "UNKNOWN_PURPOSE"));
    }

    @Test
    void the_notice_only_text_cannot_grant() {
        Steps.notice("terms");
        Map<String, Object> tells = version("NOTICE_ONLY", "MATERIAL");
        tells.put("purposes", List.of("necessary", "analytics"));
        published("terms", tells);

        answer(shown("terms", "ru"), "ACCEPT_ALL", Map.of("analytics", "GRANTED"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("NOTICE_ONLY"));
        answer(shown("terms", "ru"), "CONTINUED_USE", Map.of("analytics", "GRANTED"))
                .then()
                .statusCode(422)
                .body("code", equalTo("CONSENT_NOT_AFFIRMATIVE"));
        answer(shown("terms", "ru"), "ACKNOWLEDGED", Map.of())
                .then()
                .statusCode(201)
                .body("state", equalTo("ACKNOWLEDGED"))
                .body("effective.analytics", equalTo("DENIED"))
                .body("action", equalTo("NONE"));
    }

    @Test
    void who_was_only_told_is_asked_once_the_notice_asks() {
        Steps.notice("terms");
        Map<String, Object> tells = version("NOTICE_ONLY", "MATERIAL");
        tells.put("purposes", List.of());
        published("terms", tells);
        var told = answer(shown("terms", "ru"), "CONTINUED_USE", Map.of()).then().extract();

        published("terms", version("OPT_IN", "MATERIAL"));

        read(new Given(told.path("id"), told.path("subjectToken"), 1))
                .body("action", equalTo("ASK"))
                .body("reasons[0]", equalTo("NEVER_ASKED"));
    }

    @Test
    void narrowing_needs_no_token_and_widening_does() {
        Given consent = accepted();

        put(consent, 1, Map.of("method", "SAVE_CHOICES", "decisions", SOME))
                .statusCode(200)
                .body("version", equalTo(2))
                .body("decisions", equalTo(SOME));
        put(consent, 2, Map.of("method", "ACCEPT_ALL", "decisions", ALL))
                .statusCode(422)
                .body("errors.pointer", contains("/shownToken"))
                .body("errors.code", contains("SHOWN_TOKEN_MISSING"));
        put(consent, 2, Map.of("method", "ACCEPT_ALL", "decisions", ALL, "shownToken", shown()))
                .statusCode(200)
                .body("version", equalTo(3))
                .body("decisions", equalTo(ALL));

        given().header("Consent-Token", consent.token())
                .get(CONSENT + "/events", consent.id())
                .then()
                .body("items.type", contains("GIVEN", "CHANGED", "RENEWED"));
    }

    @Test
    void what_was_withdrawn_is_not_kept_by_narrowing() {
        Given consent = accepted();
        withdraw(consent).statusCode(200);

        put(consent, 2, Map.of("method", "SAVE_CHOICES", "decisions", SOME)).statusCode(422);
        put(consent, 2, Map.of("method", "REJECT_ALL", "decisions", NONE))
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void a_patch_changes_some_decisions() {
        Given consent = accepted();

        given().header("Consent-Token", consent.token())
                .header("If-Match", "\"1\"")
                .contentType("application/merge-patch+json")
                .body("{\"decisions\": {\"marketing\": \"DENIED\"}}")
                .patch(CONSENT, consent.id())
                .then()
                .statusCode(200)
                .body("method", equalTo("SAVE_CHOICES"))
                .body("decisions", equalTo(SOME));
    }

    @Test
    void the_same_shown_token_twice_is_409() {
        String token = shown();
        answer(token, "ACCEPT_ALL", ALL).then().statusCode(201);

        answer(token, "ACCEPT_ALL", ALL)
                .then()
                .statusCode(409)
                .body("code", equalTo("SHOWN_TOKEN_USED"));
    }

    @Test
    void a_shown_token_is_good_for_half_an_hour() {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        String token = shown();
        TestClock.advance(Duration.ofMinutes(32));

        answer(token, "ACCEPT_ALL", ALL)
                .then()
                .statusCode(422)
                .body("errors.code", contains("SHOWN_TOKEN_EXPIRED"));
        answer(token + "x", "ACCEPT_ALL", ALL)
                .then()
                .statusCode(422)
                .body("errors.code", contains("SHOWN_TOKEN_INVALID"));
    }

    @Test
    void expired_is_never_effective() {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        Given consent = accepted();
        TestClock.stopAt("2026-07-01T07:59:59Z");
        read(consent).body("effective.analytics", equalTo("GRANTED"));

        TestClock.stopAt("2026-07-01T08:00:00Z");

        read(consent)
                .body("state", equalTo("EXPIRED"))
                .body("effective.analytics", equalTo("DENIED"))
                .body("signals.analytics_storage", equalTo("denied"))
                .body("action", equalTo("RE_ASK"))
                .body("reasons", contains("EXPIRED"));
    }

    @Test
    void expiry_becomes_an_event_once() {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        Given consent = accepted();
        TestClock.stopAt("2026-07-01T08:00:00Z");

        due.expireNext();
        due.expireNext();

        read(consent).body("state", equalTo("EXPIRED"));
        given().header("Consent-Token", consent.token())
                .get("/api/v1/consents/{id}/events", consent.id())
                .then()
                .statusCode(200)
                .body("items.type", contains("GIVEN", "EXPIRED"));
    }

    @Test
    void a_minor_version_asks_nobody_again() {
        Given consent = accepted();
        Given refusal = answered("REJECT_ALL", NONE);

        published("cookies", version("OPT_IN", "MINOR"));

        read(consent)
                .body("action", equalTo("NONE"))
                .body("effective.analytics", equalTo("GRANTED"));
        read(refusal).body("action", equalTo("NONE"));
    }

    @Test
    void a_material_version_asks_everybody_again() {
        Given consent = accepted();
        Given refusal = answered("REJECT_ALL", NONE);

        published("cookies", version("OPT_IN", "MATERIAL"));

        read(consent)
                .body("state", equalTo("GIVEN"))
                .body("action", equalTo("RE_ASK"))
                .body("reasons", contains("MATERIAL_CHANGE"))
                .body("effective.analytics", equalTo("DENIED"));
        read(refusal).body("action", equalTo("RE_ASK"));
    }

    @Test
    void a_new_purpose_asks_again_though_the_version_is_minor() {
        Given consent = accepted();
        Steps.purpose("video", false);
        Map<String, Object> wider = version("OPT_IN", "MINOR");
        wider.put("purposes", List.of("necessary", "analytics", "marketing", "video"));

        published("cookies", wider);

        read(consent).body("action", equalTo("RE_ASK")).body("reasons", contains("NEW_PURPOSE"));
    }

    @Test
    void a_wrong_token_is_404() {
        Given consent = accepted();
        Given another = accepted();

        read(new Given(consent.id(), another.token(), 1)).statusCode(404);
        given().get(CONSENT, consent.id()).then().statusCode(404);
        withdraw(new Given(consent.id(), "wrong", 1)).statusCode(404);
        Logins.editor().get(CONSENT, consent.id()).then().statusCode(404);
    }

    @Test
    void an_erased_record_is_410_to_its_holder() {
        Given consent = accepted();
        erase(consent).statusCode(204);

        read(consent).statusCode(410).body("code", equalTo("GONE"));
        withdraw(consent).statusCode(410);
        read(new Given(consent.id(), "wrong", 1)).statusCode(404);
        Logins.privacyOfficer()
                .get(CONSENT, consent.id())
                .then()
                .statusCode(200)
                .body("state", equalTo("ERASED"));
    }

    @Test
    void of_parallel_changes_one_wins_and_the_others_are_412() throws Exception {
        Given consent = accepted();

        List<Integer> statuses =
                Parallel.times(
                        4,
                        n ->
                                put(consent, 1, Map.of("method", "REJECT_ALL", "decisions", NONE))
                                        .extract()
                                        .statusCode());

        assertThat(statuses, containsInAnyOrder(200, 412, 412, 412));
    }

    @Test
    void of_the_same_shown_token_at_the_same_moment_one_counts() throws Exception {
        String token = shown();

        List<Integer> statuses =
                Parallel.times(4, n -> answer(token, "ACCEPT_ALL", ALL).statusCode());

        assertThat(statuses, containsInAnyOrder(201, 409, 409, 409));
    }

    @Test
    void withdrawal_is_repeatable() {
        Given consent = accepted();

        withdraw(consent).statusCode(200).body("version", equalTo(2));
        withdraw(consent).statusCode(200).body("version", equalTo(2));
    }

    @Test
    void changes_and_erasure_need_if_match() {
        Given consent = accepted();

        given().header("Consent-Token", consent.token())
                .contentType(JSON)
                .body(Map.of("method", "REJECT_ALL", "decisions", NONE))
                .put(CONSENT, consent.id())
                .then()
                .statusCode(428);
        given().header("Consent-Token", consent.token())
                .header("If-Match", "\"7\"")
                .delete(CONSENT, consent.id())
                .then()
                .statusCode(412);
    }

    @Test
    void global_privacy_control_is_stored_and_yields_to_an_explicit_choice() {
        given().header("Sec-GPC", "1")
                .contentType(JSON)
                .body(Map.of("shownToken", shown(), "method", "GPC", "decisions", NONE))
                .post(CONSENTS)
                .then()
                .statusCode(201)
                .body("state", equalTo("REFUSED"))
                .body("gpc", equalTo(true));
        given().header("Sec-GPC", "1")
                .contentType(JSON)
                .body(Map.of("shownToken", shown(), "method", "SAVE_CHOICES", "decisions", SOME))
                .post(CONSENTS)
                .then()
                .statusCode(201)
                .body("gpc", equalTo(true))
                .body("effective.analytics", equalTo("GRANTED"));
    }

    @Test
    void a_consent_is_bound_to_a_reader_once_and_by_both_tokens() {
        Given consent = accepted();

        given().header("Consent-Token", consent.token())
                .put(CONSENT + "/link", consent.id())
                .then()
                .statusCode(401);
        Logins.author().put(CONSENT + "/link", consent.id()).then().statusCode(404);
        Logins.author()
                .header("Consent-Token", consent.token())
                .put(CONSENT + "/link", consent.id())
                .then()
                .statusCode(200)
                .body("linked", equalTo(true));
        Logins.editor()
                .header("Consent-Token", consent.token())
                .put(CONSENT + "/link", consent.id())
                .then()
                .statusCode(409);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/consent/impressions, application/json",
        "POST, /api/v1/consents, application/json",
        "PUT, /api/v1/consents/{id}, application/json",
        "PATCH, /api/v1/consents/{id}, application/merge-patch+json",
        "POST, /api/v1/consents/{id}/withdrawal, application/json",
        "PUT, /api/v1/consents/{id}/link, application/json"
    })
    void a_body_has_at_most_16_kib(String method, String path, String type) {
        Given consent = accepted();

        Logins.author()
                .header("Consent-Token", consent.token())
                .header("If-Match", "*")
                .contentType(type)
                .body(Map.of("shownToken", "x".repeat(17_000), "method", "ACCEPT_ALL"))
                .request(method, path.replace("{id}", consent.id()))
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("BODY_TOO_LARGE"));
        read(consent).body("version", equalTo(1));
    }

    @Test
    void the_export_has_all_that_is_stored() {
        Given consent =
                new Given(
                        given().header(
                                        "User-Agent",
                                        "Mozilla/5.0 (X11) Gecko/20100101 Firefox/140.0")
                                .contentType(JSON)
                                .body(
                                        Map.of(
                                                "shownToken",
                                                shown(),
                                                "method",
                                                "ACCEPT_ALL",
                                                "decisions",
                                                ALL))
                                .post(CONSENTS)
                                .then()
                                .extract()
                                .path("id"),
                        "",
                        1);

        var export =
                Logins.privacyOfficer()
                        .get(CONSENT + "/export", consent.id())
                        .then()
                        .statusCode(200)
                        .body("consent.id", equalTo(consent.id()))
                        .body("text.title", equalTo("Выбор"))
                        .body("purposes", hasSize(3))
                        .body("events.type", contains("GIVEN"))
                        .extract();
        Map<String, Map<String, String>> evidence = export.path("evidence");
        assertThat(
                List.copyOf(evidence.values()),
                contains(Map.of("address", "127.0.0.0/24", "userAgent", "Firefox")));
    }
}
