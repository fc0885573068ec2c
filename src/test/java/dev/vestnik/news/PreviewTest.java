package dev.vestnik.news;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static io.restassured.RestAssured.when;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.vestnik.access.Logins;
import dev.vestnik.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PreviewTest {

    private static final String LINKS = "/api/v1/news/{id}/preview-links";
    private static final String PREVIEW = "/api/v1/preview/{token}";

    @Test
    void whoever_has_the_link_sees_the_draft_which_no_cache_keeps() {
        String id = aNewsItem().titled("Ещё не вышло").unpublished().exists();
        String token = aLink(id).extract().path("token");

        when().get(PREVIEW, token)
                .then()
                .statusCode(200)
                .body("title", equalTo("Ещё не вышло"))
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", containsString("noindex"));
    }

    @Test
    void it_shows_the_pending_draft_of_a_published_item() {
        String id = aNewsItem().titled("Вышло").exists();
        Logins.editor()
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body(Map.of("title", "Правится"))
                .patch("/api/v1/news/{id}", id);
        String token = aLink(id).extract().path("token");

        when().get(PREVIEW, token).then().body("title", equalTo("Правится"));
    }

    @Test
    void it_expires() {
        TestClock.stopAt("2026-01-01T00:00:00Z");
        String id = aNewsItem().unpublished().exists();
        String token =
                aLink(id)
                        .body("expiresAt", equalTo("2026-01-08T00:00:00Z"))
                        .extract()
                        .path("token");

        TestClock.advance(Duration.ofDays(7));

        when().get(PREVIEW, token).then().statusCode(404);
    }

    @Test
    void one_link_is_revoked_and_the_other_stays_good() {
        String id = aNewsItem().unpublished().exists();
        ValidatableResponse revoked = aLink(id);
        String kept = aLink(id).extract().path("token");

        Logins.editor()
                .delete(LINKS + "/{link}", id, revoked.extract().path("id"))
                .then()
                .statusCode(204);

        when().get(PREVIEW, revoked.extract().<String>path("token")).then().statusCode(404);
        when().get(PREVIEW, kept).then().statusCode(200);
        Logins.editor()
                .get(LINKS, id)
                .then()
                .body("items", hasSize(1))
                .body("items[0]", not(containsString(kept)));
    }

    @Test
    void a_guess_and_the_trash_show_nothing() {
        String id = aNewsItem().unpublished().exists();
        String token = aLink(id).extract().path("token");
        Logins.editor().header("If-Match", "*").delete("/api/v1/news/{id}", id);

        when().get(PREVIEW, token).then().statusCode(404);
        when().get(PREVIEW, "guess").then().statusCode(404);
    }

    @Test
    void a_link_that_is_no_longer_good_is_not_repeated_in_the_answer() {
        when().get(PREVIEW, "a-token-that-is-secret")
                .then()
                .statusCode(404)
                .body("instance", equalTo("/api/v1/preview/token"));
    }

    @Test
    void an_expiry_in_the_past_or_beyond_a_year_is_refused() {
        String id = aNewsItem().unpublished().exists();

        for (String time : new String[] {"2020-01-01T00:00:00Z", "2999-01-01T00:00:00Z"}) {
            Logins.editor()
                    .contentType(JSON)
                    .body(Map.of("expiresAt", time))
                    .post(LINKS, id)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/expiresAt"));
        }
    }

    private static ValidatableResponse aLink(String id) {
        return Logins.editor().post(LINKS, id).then().statusCode(201);
    }
}
