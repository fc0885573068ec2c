package dev.vestnik.consent;

import static dev.vestnik.consent.Steps.CONSENT;
import static dev.vestnik.consent.Steps.CONSENTS;
import static dev.vestnik.consent.Steps.NONE;
import static dev.vestnik.consent.Steps.accepted;
import static dev.vestnik.consent.Steps.answered;
import static dev.vestnik.consent.Steps.cookies;
import static dev.vestnik.consent.Steps.erase;
import static dev.vestnik.consent.Steps.read;
import static dev.vestnik.consent.Steps.withdraw;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.vestnik.access.Logins;
import dev.vestnik.consent.Steps.Given;
import dev.vestnik.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsentRetentionTest {

    @Inject DueConsents due;

    @BeforeEach
    void a_notice_asks() {
        TestClock.stopAt("2022-01-01T08:00:00Z");
        cookies();
    }

    private static ValidatableResponse retention(String query) {
        return Logins.privacyOfficer().post(CONSENTS + "/retention" + query).then().statusCode(200);
    }

    @Test
    void only_counts_unless_told_otherwise() {
        Given expired = accepted();
        withdraw(accepted());
        answered("REJECT_ALL", NONE);
        TestClock.stopAt("2026-01-01T08:00:00Z");

        retention("")
                .body("dryRun", equalTo(true))
                .body("before", equalTo("2023-01-01T08:00:00Z"))
                .body("records", equalTo(Map.of("EXPIRED", 2, "WITHDRAWN", 1)))
                .body("total", equalTo(3))
                .body("more", equalTo(false));

        read(expired).statusCode(200).body("state", equalTo("EXPIRED"));
    }

    @Test
    void erases_what_ended_long_ago_and_nothing_else() {
        Given expired = accepted();
        Given withdrawn = accepted();
        withdraw(withdrawn);
        Given invalidated = accepted();
        Logins.privacyOfficer()
                .contentType(JSON)
                .body(Map.of("reason", "A mistake"))
                .post(CONSENT + "/invalidation", invalidated.id())
                .then()
                .statusCode(200);
        due.expireNext();
        Given erased = accepted();
        erase(erased);
        TestClock.stopAt("2024-06-30T08:00:00Z");
        Given present = accepted();
        Given lately = accepted();
        withdraw(lately);
        TestClock.stopAt("2025-12-01T08:00:00Z");

        retention("?dryRun=false")
                .body("dryRun", equalTo(false))
                .body("records", equalTo(Map.of("EXPIRED", 1, "WITHDRAWN", 1, "INVALIDATED", 1)))
                .body("total", equalTo(3))
                .body("more", equalTo(false));

        for (Given gone : List.of(expired, withdrawn, invalidated)) {
            read(gone).statusCode(410);
        }
        read(present).statusCode(200);
        read(lately).statusCode(200);
        assertThat(
                Logins.privacyOfficer()
                        .get(CONSENT + "/events", withdrawn.id())
                        .<List<String>>path("items.type"),
                contains("GIVEN", "WITHDRAWN", "ERASED"));
        retention("?dryRun=false").body("total", equalTo(0));
    }

    @Test
    void a_refusal_is_kept_from_its_end_and_not_from_its_beginning() {
        answered("REJECT_ALL", NONE);
        TestClock.stopAt("2025-03-01T08:00:00Z");

        retention("").body("total", equalTo(0));
    }

    @Test
    void erases_more_than_one_portion() throws Exception {
        ManyConsents.exist(250);
        TestClock.stopAt("2032-01-01T08:00:00Z");

        retention("?dryRun=false").body("total", equalTo(250));

        retention("").body("total", equalTo(0));
    }

    @Test
    void leaves_a_line() {
        retention("?dryRun=false");

        Logins.admin()
                .queryParam("action", "ConsentRetentionResource_apply")
                .get("/api/v1/audit")
                .then()
                .body("items.actor", contains("an-officer"));
    }
}
