package dev.vestnik.webhook;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.vestnik.access.Logins;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is told of what, and where nothing may be sent.
@QuarkusTest
class WebhookTest {

    private static final String WEBHOOKS = "/api/v1/webhooks";
    private static final String WEBHOOK = WEBHOOKS + "/{id}";
    private static final String URL = "https://hooks.example.org/vestnik";

    @Inject EntityManager database;

    private static ValidatableResponse created(Map<String, ?> input) {
        return Logins.admin().contentType(JSON).body(input).post(WEBHOOKS).then();
    }

    private static String id() {
        return created(Map.of("url", URL)).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse changed(String id, Map<String, ?> patch) {
        return Logins.admin()
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body(patch)
                .patch(WEBHOOK, id)
                .then();
    }

    @Test
    void shows_the_secret_once() {
        String id =
                created(Map.of("url", URL, "events", List.of("news.*", "tag.created")))
                        .statusCode(201)
                        .header("Location", containsString(WEBHOOKS))
                        .body("secret", matchesPattern("whsec_[0-9A-Za-z+/]{43}="))
                        .body("events", contains("news.*", "tag.created"))
                        .body("disabled", equalTo(false))
                        .extract()
                        .path("id");

        Logins.admin()
                .get(WEBHOOK, id)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("url", equalTo(URL))
                .body("disabledReason", nullValue())
                .body(not(containsString("whsec_")));
        Logins.admin()
                .get(WEBHOOKS)
                .then()
                .body("items.id", contains(id))
                .body(not(containsString("whsec_")));
    }

    @Test
    void keeps_secrets_encrypted_even_of_an_answer_that_can_be_repeated() {
        String first = secretOfIdempotentRequest();
        String second = secretOfIdempotentRequest();

        assertThat(second, equalTo(first));
        List<?> kept =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                database.createNativeQuery(
                                                "select body from idempotent_answer union all select secret from webhook",
                                                String.class)
                                        .getResultList());
        assertThat(kept.size(), equalTo(2));
        assertThat(kept.toString(), not(containsString(first.substring("whsec_".length()))));
    }

    private static String secretOfIdempotentRequest() {
        return Logins.admin()
                .header("Idempotency-Key", "a-webhook")
                .contentType(JSON)
                .body(Map.of("url", URL))
                .post(WEBHOOKS)
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    @Test
    void can_be_changed_in_part_replaced_and_deleted() {
        String id = id();

        changed(id, Map.of("events", List.of("tag.*")))
                .statusCode(200)
                .body("version", equalTo(1))
                .body("events", contains("tag.*"))
                .body("url", equalTo(URL));
        Logins.admin()
                .contentType(JSON)
                .header("If-Match", "\"1\"")
                .body(Map.of("url", "https://other.example.org/"))
                .put(WEBHOOK, id)
                .then()
                .statusCode(200)
                .body("url", equalTo("https://other.example.org/"))
                .body("events", empty());
        Logins.admin().delete(WEBHOOK, id).then().statusCode(428);
        Logins.admin().header("If-Match", "\"1\"").delete(WEBHOOK, id).then().statusCode(412);
        Logins.admin().header("If-Match", "\"2\"").delete(WEBHOOK, id).then().statusCode(204);
        Logins.admin().get(WEBHOOK, id).then().statusCode(404);
    }

    @Test
    void says_who_disabled_it() {
        String id = id();

        changed(id, Map.of("disabled", true))
                .body("disabled", equalTo(true))
                .body("disabledReason", equalTo("ADMINISTRATOR"))
                .body("disabledAt", notNullValue());
        changed(id, Map.of("disabled", false))
                .body("disabled", equalTo(false))
                .body("disabledReason", nullValue())
                .body("disabledAt", nullValue());
    }

    @Test
    void gets_a_new_secret_while_the_old_one_is_good_for_a_day() {
        String first = created(Map.of("url", URL)).extract().path("secret");
        String id = Logins.admin().get(WEBHOOKS).path("items[0].id");

        Logins.admin()
                .post(WEBHOOK + "/secret/rotation", id)
                .then()
                .statusCode(200)
                .body("secret", matchesPattern("whsec_[0-9A-Za-z+/]{43}="))
                .body("secret", not(equalTo(first)))
                .body("previousSecretUntil", notNullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"events": []}                                                        | 422 | /url      | NOT_BLANK
                    {"url": "hooks.example.org"}                                          | 422 | /url      | INVALID_URL
                    {"url": "ftp://hooks.example.org/"}                                   | 422 | /url      | INVALID_URL
                    {"url": "https:///nowhere"}                                           | 422 | /url      | INVALID_URL
                    {"url": "https://a b/"}                                               | 422 | /url      | INVALID_URL
                    {"url": "https://user:word@hooks.example.org/"}                       | 422 | /url      | INVALID_URL
                    {"url": "https://hooks.example.org/#part"}                            | 422 | /url      | INVALID_URL
                    {"url": "https://hooks.example.org:70000/"}                           | 422 | /url      | INVALID_URL
                    {"url": "https://127.1/"}                                             | 422 | /url      | INVALID_URL
                    {"url": "https://2130706433/"}                                        | 422 | /url      | FORBIDDEN_TARGET
                    {"url": "https://0x7f.0.0.1/"}                                        | 422 | /url      | INVALID_URL
                    {"url": "http://hooks.example.org/"}                                  | 422 | /url      | HTTPS_REQUIRED
                    {"url": "https://hooks.example.org/", "events": ["news.written"]}     | 422 | /events/0 | UNKNOWN_EVENT
                    {"url": "https://hooks.example.org/", "events": ["news.*", ".*"]}     | 422 | /events/1 | UNKNOWN_EVENT
                    {"url": "https://hooks.example.org/", "events": ["n.*"]}              | 422 | /events/0 | UNKNOWN_EVENT
                    {"url": "https://hooks.example.org/", "secret": "whsec_of_my_own"}    | 400 | /secret   | UNKNOWN_MEMBER
                    """)
    void says_what_is_wrong_with_a_new_one(String body, int status, String pointer, String code) {
        Logins.admin()
                .contentType(JSON)
                .body(body)
                .post(WEBHOOKS)
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.254",
                "127.0.0.1",
                "127.0.0.2",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "[::]",
                "[::1]",
                "[::127.0.0.1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::ffff:10.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b:1::1]",
                "[100::1]",
                "[2001::1]",
                "[2001:db8::1]",
                "[2002:7f00:1::]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[fe80::1]",
                "[fec0::1]",
                "[ff02::1]"
            })
    void refuses_targets_in_closed_networks(String address) {
        PlantedNames.plant("inside.example.org", "8.8.8.8", address.replaceAll("[\\[\\]]", ""));

        for (String host : List.of(address, address + ":8443", "inside.example.org")) {
            created(Map.of("url", "https://" + host + "/"))
                    .statusCode(422)
                    .body("errors[0].code", equalTo("FORBIDDEN_TARGET"));
        }
        assertThat(Logins.admin().get(WEBHOOKS).<List<?>>path("items"), empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.128.0.1", "172.32.0.1", "192.1.0.1", "[2a00:1450::1]"})
    void takes_targets_that_everybody_reaches(String address) {
        PlantedNames.plant("outside.example.org", address.replaceAll("[\\[\\]]", ""));

        for (String host : List.of(address, "outside.example.org")) {
            created(Map.of("url", "https://" + host + "/")).statusCode(201);
        }
    }

    @Test
    void a_change_of_the_target_is_held_to_the_same_rules() {
        String id = id();

        changed(id, Map.of("url", "https://[::1]/"))
                .statusCode(422)
                .body("errors[0].code", equalTo("FORBIDDEN_TARGET"));
        Logins.admin().get(WEBHOOK, id).then().body("url", equalTo(URL));
    }

    @Test
    void lists_the_newest_first_page_by_page() {
        List<String> ids = List.of(id(), id(), id());

        String next =
                Logins.admin()
                        .queryParam("limit", 2)
                        .queryParam("total", true)
                        .get(WEBHOOKS)
                        .then()
                        .body("items.id", contains(ids.get(2), ids.get(1)))
                        .body("page.total", equalTo(3))
                        .extract()
                        .path("page.next");
        Logins.admin()
                .queryParam("cursor", next)
                .get(WEBHOOKS)
                .then()
                .body("items.id", contains(ids.get(0)));
    }
}
