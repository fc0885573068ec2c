package dev.vestnik.database;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.vestnik.database.SlowTransactions.Slow;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the database cannot keep up, a client is told to come again; nothing has failed that
/// somebody would have to look into.
@QuarkusTest
class BusyDatabaseTest {

    /// Nothing of it is kept ready, and no other test needs it quickly.
    private static final String READ = "/sitemap-news.xml";

    @Inject AgroalDataSource database;

    private final List<Connection> taken = new ArrayList<>();

    @AfterEach
    void give_back() throws SQLException {
        SlowTransactions.slow = null;
        for (Connection connection : taken) {
            connection.close();
        }
    }

    @Test
    void who_gets_no_connection_is_told_to_come_again() throws SQLException {
        int all = database.getConfiguration().connectionPoolConfiguration().maxSize();
        while (taken.size() < all) {
            taken.add(database.getConnection());
        }

        tellsToComeAgain();
    }

    /// A transaction is ended after ten seconds, by a thread of its own.
    @ParameterizedTest(name = "{0} seconds before it reads, {1} after")
    @CsvSource({"11, 0", "0, 11"})
    void who_takes_too_long_is_told_to_come_again(long before, long after) {
        SlowTransactions.slow = new Slow("NewsSitemapResource", before, after);

        tellsToComeAgain();
    }

    private static ValidatableResponse tellsToComeAgain() {
        return when().get(READ)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("BUSY"));
    }
}
