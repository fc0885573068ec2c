package dev.vestnik.news;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import dev.vestnik.access.Logins;
import dev.vestnik.testing.SqlRecorder;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a publication costs: the statements that go to the database.
@QuarkusTest
class WriteStatementsTest {

    private static List<String> published(String draft) {
        return SqlRecorder.during(() ->
                Logins.editor()
                        .contentType(JSON)
                        .body("{}")
                        .post("/api/v1/news/{id}/publish", draft)
                        .then()
                        .statusCode(200));
    }

    /// Who asks, what is planned, the item and its tags; then the slug, the item, the edition, the
    /// lines of the audit log and the change log, and the log's clock. The first line is the login.
    @Test
    void a_publication_takes_a_dozen_statements() {
        List<String> statements = published(aNewsItem().unpublished().exists());

        assertThat(statements.toString(), statements.size(), lessThanOrEqualTo(13));
    }

    @Test
    void a_publication_does_not_write_the_items_text_anew() {
        List<String> updates =
                published(aNewsItem().unpublished().exists()).stream()
                        .filter(statement -> statement.startsWith("update news_item "))
                        .toList();

        assertThat(updates, hasSize(1));
        assertThat(updates.get(0), not(containsString("body_html")));
    }
}
