package dev.vestnik.consent;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;

import dev.vestnik.access.Logins;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What people do in the tests of consent, through the API.
final class Steps {

    static final String NOTICES = "/api/v1/consent/notices";
    static final String PURPOSES = "/api/v1/consent/purposes";
    static final String CONSENTS = "/api/v1/consents";
    static final String CONSENT = CONSENTS + "/{id}";

    static final Map<String, String> ALL = Map.of("analytics", "GRANTED", "marketing", "GRANTED");
    static final Map<String, String> NONE = Map.of("analytics", "DENIED", "marketing", "DENIED");
    static final Map<String, String> SOME = Map.of("analytics", "GRANTED", "marketing", "DENIED");

    private Steps() {}

    /// A consent that was begun.
    record Given(String id, String token, int version) {}

    static void purpose(String code, boolean necessary) {
        Logins.privacyOfficer()
                .contentType(JSON)
                .body(
                        Map.of(
                                "code",
                                code,
                                "necessary",
                                necessary,
                                "names",
                                Map.of("ru", "Цель " + code, "en", "Purpose " + code),
                                "descriptions",
                                Map.of("ru", "Для чего нужна цель " + code),
                                "legalBasis",
                                necessary ? "LEGITIMATE_INTEREST" : "CONSENT",
                                "retention",
                                "P6M",
                                "vendors",
                                List.of(Map.of("name", "Поставщик"))))
                .post(PURPOSES)
                .then()
                .statusCode(201);
    }

    /// The purposes necessary, analytics and marketing.
    static void purposes() {
        purpose("necessary", true);
        purpose("analytics", false);
        purpose("marketing", false);
    }

    static void notice(String key) {
        Logins.privacyOfficer()
                .contentType(JSON)
                .body(Map.of("key", key, "kind", "COOKIES"))
                .post(NOTICES)
                .then()
                .statusCode(201);
    }

    static Map<String, Object> text(String title) {
        return new HashMap<>(
                Map.of(
                        "title",
                        title,
                        "body",
                        "Мы спрашиваем, прежде чем считать посещения.",
                        "labels",
                        new HashMap<>(
                                Map.of(
                                        "acceptAll", "Принять все",
                                        "rejectAll", "Отклонить все",
                                        "save", "Сохранить",
                                        "settings", "Настроить",
                                        "withdraw", "Отозвать"))));
    }

    /// A version that can be published.
    static Map<String, Object> version(String mode, String change) {
        Map<String, Object> version = new LinkedHashMap<>();
        version.put("mode", mode);
        version.put("change", change);
        version.put(
                "controller",
                Map.of(
                        "name", "Редакция",
                        "registrationNumber", "000000000000",
                        "address", "Алматы, улица Примерная, 1",
                        "email", "privacy@vestnik.example",
                        "phone", "+7 000 000 00 00",
                        "contact", "Ответственный за данные"));
        version.put("purposes", List.of("necessary", "analytics", "marketing"));
        version.put(
                "texts",
                new HashMap<>(
                        Map.of("ru", text("Выбор"), "kk", text("Таңдау"), "en", text("Choice"))));
        return version;
    }

    /// Drafts a version, and gives its number.
    static int draft(String key, Map<String, Object> version) {
        return Logins.privacyOfficer()
                .contentType(JSON)
                .body(version)
                .post(NOTICES + "/{key}/versions", key)
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    static ValidatableResponse publish(String key, int number) {
        return Logins.privacyOfficer()
                .post(NOTICES + "/{key}/versions/{number}/publish", key, number)
                .then();
    }

    static int published(String key, Map<String, Object> version) {
        int number = draft(key, version);
        publish(key, number).statusCode(200);
        return number;
    }

    /// Purposes, and the notice `cookies` that asks.
    static void cookies() {
        purposes();
        notice("cookies");
        published("cookies", version("OPT_IN", "MATERIAL"));
    }

    static String shown() {
        return shown("cookies", "ru");
    }

    static String shown(String key, String locale) {
        return given().contentType(JSON)
                .body(Map.of("key", key, "locale", locale))
                .post("/api/v1/consent/impressions")
                .then()
                .statusCode(200)
                .extract()
                .path("shownToken");
    }

    static Response answer(String shownToken, String method, Map<String, String> decisions) {
        return given().contentType(JSON)
                .body(Map.of("shownToken", shownToken, "method", method, "decisions", decisions))
                .post(CONSENTS);
    }

    static Given answered(String method, Map<String, String> decisions) {
        var answer = answer(shown(), method, decisions).then().statusCode(201).extract();
        return new Given(answer.path("id"), answer.path("subjectToken"), answer.path("version"));
    }

    static Given accepted() {
        return answered("ACCEPT_ALL", ALL);
    }

    static ValidatableResponse read(Given consent) {
        return given().header("Consent-Token", consent.token()).get(CONSENT, consent.id()).then();
    }

    static ValidatableResponse put(Given consent, Object ifMatch, Map<String, ?> change) {
        return given().header("Consent-Token", consent.token())
                .header("If-Match", "\"" + ifMatch + "\"")
                .contentType(JSON)
                .body(change)
                .put(CONSENT, consent.id())
                .then();
    }

    static ValidatableResponse withdraw(Given consent) {
        return given().header("Consent-Token", consent.token())
                .post(CONSENT + "/withdrawal", consent.id())
                .then();
    }

    static ValidatableResponse erase(Given consent) {
        return given().header("Consent-Token", consent.token())
                .header("If-Match", "*")
                .delete(CONSENT, consent.id())
                .then();
    }
}
