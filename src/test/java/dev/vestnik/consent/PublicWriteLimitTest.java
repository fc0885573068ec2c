package dev.vestnik.consent;

import static dev.vestnik.consent.Steps.CONSENT;
import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.vestnik.consent.PublicWriteLimitTest.FewWrites;
import dev.vestnik.demo.OpenDemonstration;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How much an address may write; with limits of its own, since the other tests write more than any
/// address may.
@QuarkusTest
@TestProfile(FewWrites.class)
class PublicWriteLimitTest {

    private static final int WRITES = 3;
    private static final int WITHDRAWALS = 5;

    /// Little enough to be used up before a minute brings more.
    public static class FewWrites implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "vestnik.consent.writes-per-minute", String.valueOf(WRITES),
                    "vestnik.consent.withdrawals-per-minute", String.valueOf(WITHDRAWALS));
        }
    }

    private static ValidatableResponse show() {
        return given().contentType(JSON)
                .body(ConsentExamples.IMPRESSION)
                .post("/api/v1/consent/impressions")
                .then();
    }

    private static ValidatableResponse withdraw() {
        return given().header("Consent-Token", ConsentExamples.TOKEN)
                .post(CONSENT + "/withdrawal", ConsentExamples.RECORD_ID)
                .then();
    }

    private static void isRefused(ValidatableResponse answer) {
        answer.statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9]\\d?"))
                .body("code", equalTo("TOO_MANY_REQUESTS"));
    }

    @Test
    void who_wrote_too_much_can_read_and_withdraw_all_the_same() {
        OpenDemonstration.now();
        for (int n = 0; n < WRITES; n++) {
            show().statusCode(200);
        }

        isRefused(show());
        given().contentType(JSON).body("{}").post("/api/v1/consents").then().statusCode(429);
        given().get("/api/v1/consent/notices/cookies/current").then().statusCode(200);
        for (int n = 0; n < WITHDRAWALS; n++) {
            withdraw().statusCode(200).body("state", equalTo("WITHDRAWN"));
        }
        isRefused(withdraw());
    }
}
