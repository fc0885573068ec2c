package dev.vestnik.consent;

import static dev.vestnik.consent.Steps.CONSENT;
import static dev.vestnik.consent.Steps.CONSENTS;
import static dev.vestnik.consent.Steps.accepted;
import static dev.vestnik.consent.Steps.cookies;
import static dev.vestnik.consent.Steps.read;
import static dev.vestnik.consent.Steps.withdraw;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import dev.vestnik.access.Logins;
import dev.vestnik.consent.Steps.Given;
import dev.vestnik.database.EitherDriver;
import dev.vestnik.database.OneWriter;
import dev.vestnik.testing.AnotherWriter;
import dev.vestnik.testing.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A reading of one person by an officer writes a line, and so waits for its turn as any writer
/// does.
@QuarkusTest
class AuditedReadingTest {

    @Inject OneWriter writer;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @BeforeEach
    void a_notice_asks() {
        cookies();
    }

    private List<Object> linesOf(Given consent) {
        return Logins.admin()
                .queryParam("resourceId", consent.id())
                .queryParam("action", "ConsentResource_read")
                .queryParam("limit", 100)
                .get("/api/v1/audit")
                .path("items.id");
    }

    @Test
    void nothing_is_told_of_a_person_while_the_line_cannot_be_written() throws Exception {
        Given consent = accepted();
        RequestSpecification officer = Logins.privacyOfficer();
        int expected = EitherDriver.isEmbedded(database) ? 503 : 200;

        AnotherWriter.during(
                writer, () -> officer.get(CONSENT, consent.id()).then().statusCode(expected));

        assertThat(linesOf(consent), hasSize(expected == 200 ? 1 : 0));
    }

    @Test
    void readings_without_a_line_wait_for_nobody() throws Exception {
        Given consent = accepted();
        RequestSpecification officer = Logins.privacyOfficer();

        AnotherWriter.during(
                writer,
                () -> {
                    officer.get(CONSENTS).then().statusCode(200);
                    read(consent).statusCode(200);
                });
    }

    @Test
    void many_readings_beside_many_writes_each_leave_a_line() throws Exception {
        Given watched = accepted();
        List<Given> others = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            others.add(accepted());
        }
        List<RequestSpecification> officers =
                IntStream.range(0, 12).mapToObj(n -> Logins.privacyOfficer()).toList();

        List<Integer> statuses =
                Parallel.times(
                        18,
                        n ->
                                n < 12
                                        ? officers.get(n).get(CONSENT, watched.id()).statusCode()
                                        : withdraw(others.get(n - 12)).extract().statusCode());

        assertThat(statuses, everyItem(equalTo(200)));
        assertThat(linesOf(watched), hasSize(12));
    }
}
