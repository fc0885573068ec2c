package dev.vestnik.consent;

import static dev.vestnik.consent.Steps.ALL;
import static dev.vestnik.consent.Steps.CONSENT;
import static dev.vestnik.consent.Steps.CONSENTS;
import static dev.vestnik.consent.Steps.accepted;
import static dev.vestnik.consent.Steps.cookies;
import static dev.vestnik.consent.Steps.read;
import static dev.vestnik.consent.Steps.shown;
import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.consent.Steps.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// It shall be as easy to withdraw consent as to give it (GDPR article 7 (3)): no more calls, and
/// no more to be said in them.
@QuarkusTest
class EffortTest {

    private static final String IMPRESSIONS = "/api/v1/consent/impressions";

    /// Counts what a client sends: calls, and in them members of bodies and headers that not every
    /// call has.
    private static final class Effort implements Filter {

        private static final ObjectMapper JSON_TREES = new ObjectMapper();
        private static final Set<String> OF_EVERY_CALL = Set.of("accept", "content-type");

        int calls;
        int said;

        @Override
        public Response filter(
                FilterableRequestSpecification request,
                FilterableResponseSpecification response,
                FilterContext context) {
            calls++;
            request.getHeaders()
                    .forEach(header -> {
                        if (!OF_EVERY_CALL.contains(
                                header.getName().toLowerCase(java.util.Locale.ROOT))) {
                            said++;
                        }
                    });
            String body = request.getBody();
            said += body == null ? 0 : leaves(body);
            return context.next(request, response);
        }

        private static int leaves(String body) {
            try {
                return leaves(JSON_TREES.readTree(body));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static int leaves(JsonNode node) {
            int leaves = node.isContainerNode() ? 0 : 1;
            for (JsonNode child : node) {
                leaves += leaves(child);
            }
            return leaves;
        }
    }

    @BeforeEach
    void a_notice_asks() {
        cookies();
    }

    /// Gives consent with as little as is taken, see the test below.
    private static Given givenWith(Effort effort) {
        String token =
                given().filter(effort)
                        .contentType(JSON)
                        .body(Map.of("key", "cookies"))
                        .post(IMPRESSIONS)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("shownToken");
        var answer =
                given().filter(effort)
                        .contentType(JSON)
                        .body(Map.of("shownToken", token, "method", "ACCEPT_ALL", "decisions", ALL))
                        .post(CONSENTS)
                        .then()
                        .statusCode(201)
                        .extract();
        return new Given(answer.path("id"), answer.path("subjectToken"), 1);
    }

    @Test
    void withdrawal_takes_no_more_than_giving() {
        Effort giving = new Effort();
        Given consent = givenWith(giving);
        Effort withdrawing = new Effort();

        given().filter(withdrawing)
                .header("Consent-Token", consent.token())
                .post(CONSENT + "/withdrawal", consent.id());

        read(consent)
                .body("state", equalTo("WITHDRAWN"))
                .body("effective.analytics", equalTo("DENIED"))
                .body("effective.marketing", equalTo("DENIED"));
        assertThat(withdrawing.calls, lessThanOrEqualTo(giving.calls));
        assertThat(withdrawing.said, lessThanOrEqualTo(giving.said));
    }

    @Test
    void refusing_takes_no_more_than_accepting() {
        Effort accepting = new Effort();
        givenWith(accepting);
        Effort refusing = new Effort();
        String token =
                given().filter(refusing)
                        .contentType(JSON)
                        .body(Map.of("key", "cookies"))
                        .post(IMPRESSIONS)
                        .path("shownToken");

        Map<String, Object> body = new HashMap<>();
        body.put("shownToken", token);
        body.put("method", "REJECT_ALL");
        body.put("decisions", Steps.NONE);
        given().filter(refusing)
                .contentType(JSON)
                .body(body)
                .post(CONSENTS)
                .then()
                .statusCode(201)
                .body("state", equalTo("REFUSED"));

        assertThat(refusing.calls, lessThanOrEqualTo(accepting.calls));
        assertThat(refusing.said, lessThanOrEqualTo(accepting.said));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shownToken", "method", "decisions"})
    void giving_cannot_be_done_with_less(String member) {
        Map<String, Object> body =
                new HashMap<>(
                        Map.of("shownToken", shown(), "method", "ACCEPT_ALL", "decisions", ALL));
        body.remove(member);

        given().contentType(JSON)
                .body(body)
                .post(CONSENTS)
                .then()
                .statusCode(greaterThanOrEqualTo(400));
    }

    @Test
    void neither_a_body_nor_a_version_is_asked_for() {
        Given consent = accepted();

        given().header("Consent-Token", consent.token())
                .post(CONSENT + "/withdrawal", consent.id())
                .then()
                .statusCode(200);
        given().header("Consent-Token", consent.token())
                .header("If-Match", "\"7\"")
                .post(CONSENT + "/withdrawal", consent.id())
                .then()
                .statusCode(200);
    }
}
