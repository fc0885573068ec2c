package dev.vestnik.consent;

import static dev.vestnik.consent.Steps.NOTICES;
import static dev.vestnik.consent.Steps.answer;
import static dev.vestnik.consent.Steps.draft;
import static dev.vestnik.consent.Steps.notice;
import static dev.vestnik.consent.Steps.publish;
import static dev.vestnik.consent.Steps.published;
import static dev.vestnik.consent.Steps.purposes;
import static dev.vestnik.consent.Steps.shown;
import static dev.vestnik.consent.Steps.text;
import static dev.vestnik.consent.Steps.version;
import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.vestnik.access.Logins;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a notice must be like before people see it, and that it stays so once they have.
@QuarkusTest
class NoticePublishingTest {

    private static final String CURRENT = NOTICES + "/cookies/current";
    private static final String VERSION = NOTICES + "/cookies/versions/{number}";

    /// Of the kind that many sites show, and that is no consent (EDPB 05/2020, paragraph 86).
    private static final String BY_GOING_ON =
            "На сайте работают файлы cookie и счётчики посещений. Оставаясь на сайте, вы соглашаетесь"
                    + " с тем, что мы обрабатываем ваши данные.";

    @BeforeEach
    void a_notice_without_versions() {
        purposes();
        notice("cookies");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> texts(Map<String, Object> version) {
        return (Map<String, Object>) version.get("texts");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> labels(Map<String, Object> version, String locale) {
        Map<String, Object> text = (Map<String, Object>) texts(version).get(locale);
        return (Map<String, Object>) text.get("labels");
    }

    private static ValidatableResponse current() {
        return given().queryParam("locale", "ru").get(CURRENT).then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk", "en"})
    void refuses_a_version_that_lacks_a_language(String locale) {
        Map<String, Object> version = version("OPT_IN", "MATERIAL");
        texts(version).remove(locale);

        publish("cookies", draft("cookies", version))
                .statusCode(422)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("errors.pointer", contains("/texts/" + locale))
                .body("errors.code", contains("LOCALE_MISSING"));
        current().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "ru, rejectAll",
        "kk, rejectAll",
        "en, rejectAll",
        "ru, withdraw",
        "en, withdraw",
        "kk, acceptAll"
    })
    void refuses_to_ask_without_a_button_to_refuse_or_withdraw(String locale, String label) {
        Map<String, Object> version = version("OPT_IN", "MATERIAL");
        labels(version, locale).remove(label);

        publish("cookies", draft("cookies", version))
                .statusCode(422)
                .body("errors.pointer", contains("/texts/" + locale + "/labels/" + label))
                .body("errors.code", contains("LABEL_MISSING"));
    }

    @Test
    void a_button_without_words_is_none() {
        Map<String, Object> version = version("OPT_IN", "MATERIAL");
        labels(version, "en").put("rejectAll", "  ");

        publish("cookies", draft("cookies", version))
                .statusCode(422)
                .body("errors.code", contains("LABEL_MISSING"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Принять все", "Настроить"})
    void refusing_has_a_button_of_its_own(String label) {
        Map<String, Object> version = version("OPT_IN", "MATERIAL");
        labels(version, "ru").put("rejectAll", label);

        publish("cookies", draft("cookies", version))
                .statusCode(422)
                .body("errors.pointer", contains("/texts/ru/labels/rejectAll"))
                .body("errors.code", contains("NO_EQUAL_REJECT"));
    }

    @Test
    void tells_all_that_is_wrong_at_once() {
        Map<String, Object> version = version("OPT_IN", "MATERIAL");
        texts(version).remove("kk");
        labels(version, "en").remove("withdraw");

        publish("cookies", draft("cookies", version))
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("LOCALE_MISSING", "LABEL_MISSING"));
    }

    @Test
    void refuses_to_ask_for_nothing() {
        Map<String, Object> version = version("OPT_IN", "MATERIAL");
        version.put("purposes", List.of("necessary"));

        publish("cookies", draft("cookies", version))
                .statusCode(422)
                .body("errors.code", contains("NOTHING_ASKED"));
    }

    @Test
    void what_only_tells_needs_no_buttons() {
        Map<String, Object> version = version("NOTICE_ONLY", "MATERIAL");
        labels(version, "ru").clear();
        labels(version, "kk").clear();
        labels(version, "en").clear();

        publish("cookies", draft("cookies", version)).statusCode(200);
    }

    @Test
    void a_published_version_never_changes() {
        int number = published("cookies", version("OPT_IN", "MATERIAL"));
        String hash = current().extract().path("sha256");
        Map<String, Object> other = version("OPT_IN", "MATERIAL");
        texts(other).put("ru", text("Другой выбор"));

        Logins.privacyOfficer()
                .header("If-Match", "*")
                .contentType(JSON)
                .body(other)
                .put(VERSION, number)
                .then()
                .statusCode(409)
                .body("code", equalTo("INVALID_STATE"));
        Logins.privacyOfficer()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"validity\": \"P1M\"}")
                .patch(VERSION, number)
                .then()
                .statusCode(409);
        publish("cookies", number).statusCode(409);
        current().body("title", equalTo("Выбор")).body("sha256", equalTo(hash));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_published_version_is_never_deleted_though_it_is_retired(boolean retired) {
        int number = published("cookies", version("OPT_IN", "MATERIAL"));
        if (retired) {
            Logins.privacyOfficer().post(VERSION + "/retire", number).then().statusCode(200);
        }

        Logins.privacyOfficer()
                .header("If-Match", "*")
                .delete(VERSION, number)
                .then()
                .statusCode(409);
        Logins.privacyOfficer()
                .header("If-Match", "*")
                .delete(NOTICES + "/cookies")
                .then()
                .statusCode(409);
        Logins.privacyOfficer().get(VERSION, number).then().statusCode(200);
    }

    @Test
    void a_purpose_that_changes_afterwards_stays_as_it_was_published() {
        published("cookies", version("OPT_IN", "MATERIAL"));

        Logins.privacyOfficer()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"retention\": \"P13M\", \"names\": {\"ru\": \"Иначе\"}}")
                .patch(Steps.PURPOSES + "/analytics")
                .then()
                .statusCode(200);

        current()
                .body("purposes[1].name", equalTo("Цель analytics"))
                .body("purposes[1].retention", equalTo("P6M"));
    }

    @Test
    void what_is_shown_may_be_kept_by_caches_and_is_not_sent_twice() {
        published("cookies", version("OPT_IN", "MATERIAL"));
        String etag =
                current()
                        .statusCode(200)
                        .header(
                                "Cache-Control",
                                matchesPattern("public, max-age=\\d+, stale-while-revalidate=\\d+"))
                        .header("Surrogate-Key", containsString("notice:cookies"))
                        .extract()
                        .header("ETag");

        given().queryParam("locale", "ru")
                .header("If-None-Match", etag)
                .get(CURRENT)
                .then()
                .statusCode(304);
        published("cookies", version("OPT_IN", "MINOR"));
        given().queryParam("locale", "ru")
                .header("If-None-Match", etag)
                .get(CURRENT)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(etag)))
                .body("number", equalTo(2));
    }

    @Test
    void going_on_reading_is_acknowledged_and_grants_nothing() {
        Map<String, Object> version = version("NOTICE_ONLY", "MATERIAL");
        Map<String, Object> shown = new HashMap<>(text("Cookie"));
        shown.put("body", BY_GOING_ON);
        shown.remove("labels");
        texts(version).put("ru", shown);
        published("cookies", version);
        Map<String, String> wanted = Map.of("analytics", "GRANTED", "marketing", "GRANTED");

        current().body("body", equalTo(BY_GOING_ON)).body("mode", equalTo("NOTICE_ONLY"));
        for (String method : List.of("ACCEPT_ALL", "CHECKBOX", "CONTINUED_USE", "ACKNOWLEDGED")) {
            answer(shown(), method, wanted).then().statusCode(422);
        }
        for (String method : List.of("ACKNOWLEDGED", "CONTINUED_USE")) {
            answer(shown(), method, Map.of())
                    .then()
                    .statusCode(201)
                    .body("state", equalTo("ACKNOWLEDGED"))
                    .body("effective.analytics", equalTo("DENIED"))
                    .body("effective.marketing", equalTo("DENIED"))
                    .body("signals.analytics_storage", equalTo("denied"));
        }
    }
}
