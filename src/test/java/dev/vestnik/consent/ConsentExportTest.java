package dev.vestnik.consent;

import static dev.vestnik.consent.Steps.ALL;
import static dev.vestnik.consent.Steps.CONSENTS;
import static dev.vestnik.consent.Steps.SOME;
import static dev.vestnik.consent.Steps.accepted;
import static dev.vestnik.consent.Steps.answered;
import static dev.vestnik.consent.Steps.cookies;
import static dev.vestnik.consent.Steps.withdraw;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.vestnik.access.Logins;
import dev.vestnik.consent.Steps.Given;
import dev.vestnik.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ConsentExportTest {

    @BeforeEach
    void a_notice_asks() {
        TestClock.stopAt("2026-01-31T08:00:00Z");
        cookies();
    }

    private static Response export(Map<String, ?> parameters) {
        return Logins.privacyOfficer().queryParams(parameters).get(CONSENTS + "/export");
    }

    @Test
    void gives_a_line_of_json_for_each_consent() {
        Given given = answered("ACCEPT_ALL", ALL);
        Given withdrawn = accepted();
        withdraw(withdrawn);

        Response export = export(Map.of("state", "WITHDRAWN"));

        export.then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .header("Content-Disposition", "attachment; filename=\"consents.ndjson\"")
                .header("Cache-Control", "private, no-store");
        List<String> lines = export.asString().lines().toList();
        assertThat(lines, hasSize(1));
        assertThat(JsonPath.from(lines.get(0)).getString("id"), equalTo(withdrawn.id()));
        assertThat(JsonPath.from(lines.get(0)).getString("state"), equalTo("WITHDRAWN"));
        assertThat(export(Map.of()).asString(), containsString(given.id()));
    }

    @Test
    void gives_a_line_of_csv_for_each_consent() {
        Given consent = answered("SAVE_CHOICES", SOME);

        Response export = export(Map.of("format", "csv"));

        export.then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/csv"))
                .header("Content-Disposition", "attachment; filename=\"consents.csv\"");
        List<String> lines = export.asString().lines().toList();
        assertThat(lines, hasSize(2));
        assertThat(lines.get(0), startsWith("id,version,state,notice,"));
        assertThat(lines.get(1), startsWith(consent.id() + ",1,GIVEN,cookies,1,ru,"));
        assertThat(lines.get(1), containsString("analytics=GRANTED marketing=DENIED"));
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv,,text/csv",
        "application/x-ndjson,,application/x-ndjson",
        "*/*,csv,text/csv",
        "text/csv,ndjson,application/x-ndjson"
    })
    void gives_the_form_that_is_asked_or_accepted(String accepted, String format, String given) {
        accepted();

        Logins.privacyOfficer()
                .header("Accept", accepted)
                .queryParams(format == null ? Map.of() : Map.of("format", format))
                .get(CONSENTS + "/export")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith(given))
                .body(startsWith(given.equals("text/csv") ? "id,version," : "{\"id\":"));
    }

    @Test
    void gives_each_of_many_once() throws Exception {
        ManyConsents.exist(2_001);

        List<String> lines = export(Map.of("format", "csv")).asString().lines().toList();

        Set<String> ids =
                lines.stream().map(line -> line.split(",")[0]).collect(Collectors.toSet());
        assertThat(lines, hasSize(2_002));
        assertThat(ids, hasSize(2_002));
    }

    @Test
    void has_nothing_personal_and_leaves_a_line() {
        Given consent = accepted();

        String export = export(Map.of()).asString();

        for (String personal : List.of(consent.token(), "127.0.0", "evidence", "tokenHash")) {
            assertThat(export, not(containsString(personal)));
        }
        Logins.admin()
                .queryParam("action", "ConsentExportResource_export")
                .get("/api/v1/audit")
                .then()
                .body("items.actor", contains("an-officer"))
                .body("items.resourceKind", contains("consents"));
    }

    @Test
    void refuses_what_cannot_be() {
        export(Map.of("format", "xls")).then().statusCode(400);
        export(Map.of("state", "LOST")).then().statusCode(400);
        export(Map.of("limit", 5)).then().statusCode(400);
    }
}
