package dev.vestnik.audit;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.access.Logins;
import dev.vestnik.testing.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AuditTest {

    private static final String AUDIT = "/api/v1/audit";

    private static ValidatableResponse audit(String... filters) {
        var request = Logins.admin();
        for (String filter : filters) {
            String[] parts = filter.split("=", 2);
            request.queryParam(parts[0], parts[1]);
        }
        return request.get(AUDIT).then().statusCode(200);
    }

    @Test
    void tells_who_did_what_to_what_when() {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        String id = aNewsItem().unpublished().exists();

        audit().body("items", org.hamcrest.Matchers.hasSize(1))
                .body("items[0].actor", equalTo("an-editor"))
                .body("items[0].actorId", notNullValue())
                .body("items[0].action", equalTo("NewsResource_create"))
                .body("items[0].method", equalTo("POST"))
                .body("items[0].resourceKind", equalTo("news"))
                .body("items[0].resourceId", equalTo(id))
                .body("items[0].outcome", equalTo("DONE"))
                .body("items[0].status", equalTo(201))
                .body("items[0].at", equalTo("2026-01-01T08:00:00Z"))
                .body("items[0].client", equalTo("127.0.0.0/24"))
                .body("items[0].requestId", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void the_answer_tells_the_request_id_of_its_line() {
        String id = aTag().exists();
        String requestId = UUID.randomUUID().toString();

        Logins.editor()
                .header("X-Request-Id", requestId)
                .header("If-Match", "*")
                .delete("/api/v1/tags/{id}", id)
                .then()
                .statusCode(204)
                .header("X-Request-Id", requestId);

        audit("action=TagResource_delete")
                .body("items.requestId", contains(requestId))
                .body("items.status", contains(204));
    }

    @Test
    void a_request_id_that_is_no_uuid_is_not_kept() {
        given().header("X-Request-Id", "a-secret-in-the-wrong-place")
                .get("/api/v1/news")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void reads_and_failed_writes_leave_no_line() {
        Logins.editor().get("/api/v1/news").then().statusCode(200);
        Logins.editor().contentType(JSON).body("{}").post("/api/v1/news").then().statusCode(422);
        Logins.editor()
                .contentType(JSON)
                .body(aNewsItem().input())
                .post("/api/v1/news?dryRun=true")
                .then()
                .statusCode(200);

        audit().body("items", empty());
    }

    @Test
    void a_write_that_is_rolled_back_leaves_no_line() {
        String id = aTag().slug("water").exists();
        aNewsItem().tagged("water").exists();

        Logins.editor()
                .header("If-Match", "*")
                .delete("/api/v1/tags/{id}", id)
                .then()
                .statusCode(409);

        audit("action=TagResource_delete").body("items", empty());
    }

    @Test
    void a_repeated_answer_is_one_write() {
        for (int n = 0; n < 3; n++) {
            Logins.editor()
                    .header("Idempotency-Key", "a-key")
                    .contentType(JSON)
                    .body(aNewsItem().input())
                    .post("/api/v1/news")
                    .then()
                    .statusCode(201);
        }

        audit().body("items.action", contains("NewsResource_create"));
    }

    @Test
    void refused_writes_leave_a_line() {
        String id = aNewsItem().exists();
        Logins.author()
                .contentType(JSON)
                .post("/api/v1/news/{id}/publish", id)
                .then()
                .statusCode(403);
        given().header("If-Match", "*").delete("/api/v1/news/{id}", id).then().statusCode(401);
        given().header("Authorization", "Bearer vk_wrong")
                .header("If-Match", "*")
                .delete("/api/v1/tags/what-is-this")
                .then()
                .statusCode(401);

        audit("outcome=REFUSED")
                .body(
                        "items.action",
                        contains(
                                "TagResource_delete",
                                "NewsResource_delete",
                                "PublishingResource_publish"))
                .body("items.status", contains(401, 401, 403))
                .body("items.actor", contains(nullValue(), nullValue(), equalTo("an-author")))
                .body("items.resourceId", contains(nullValue(), equalTo(id), equalTo(id)));
    }

    @Test
    void logins_leave_a_line_whether_they_succeed_or_fail() {
        Logins.editor();
        for (String username : List.of("an-editor", "nobody", "An-Editor")) {
            String password = username.equals("An-Editor") ? Logins.PASSWORD : "wrong";
            given().formParam("username", username)
                    .formParam("password", password)
                    .post("/api/v1/auth/token");
        }

        audit("action=TokenResource_issue")
                .body("items.outcome", contains("DONE", "REFUSED", "REFUSED"))
                .body("items.status", contains(200, 401, 401))
                .body("items.actor", contains("an-editor", null, "an-editor"))
                .body("items.resourceKind", everyItem(equalTo("auth")));
    }

    @ParameterizedTest
    @CsvSource({
        "actor=an-editor, 3",
        "actor=AN-EDITOR, 0",
        "action=TagResource_create, 1",
        "resourceKind=news, 2",
        "resourceKind=tags, 1",
        "outcome=DONE, 3",
        "outcome=REFUSED, 0",
        "from=2026-01-01, 3",
        "from=2026-01-02, 1",
        "from=2026-01-01T08:00:01Z, 1",
        "to=2026-01-01, 2",
        "to=2025-12-31, 0"
    })
    void filters(String filter, int lines) {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        aNewsItem().unpublished().exists();
        aTag().exists();
        TestClock.advance(Duration.ofDays(1));
        aNewsItem().unpublished().exists();

        audit(filter, "total=true").body("page.total", equalTo(lines));
    }

    @Test
    void finds_all_that_was_done_to_one_resource() {
        String id = aNewsItem().exists();
        aNewsItem().exists();

        audit("resourceKind=news", "resourceId=" + id)
                .body(
                        "items.action",
                        contains("PublishingResource_publish", "NewsResource_create"));
    }

    @Test
    void a_wrong_filter_is_told() {
        for (String filter : List.of("outcome=MAYBE", "from=yesterday", "unknown=1", "cursor=x")) {
            String[] parts = filter.split("=");
            Logins.admin()
                    .queryParam(parts[0], parts[1])
                    .get(AUDIT)
                    .then()
                    .statusCode(400)
                    .body(containsString(parts[0]));
        }
    }

    @Test
    void pages_neither_repeat_nor_skip_lines_of_one_moment() {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        for (int n = 0; n < 7; n++) {
            aNewsItem().unpublished().exists();
        }

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var request = Logins.admin().queryParam("limit", 3);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get(AUDIT).then().statusCode(200).extract();
            seen.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("page.next");
        } while (cursor != null);

        assertThat(seen.size(), equalTo(7));
        assertThat(seen.stream().distinct().count(), equalTo(7L));
    }

    @Test
    void the_export_has_every_line_that_was_asked_for() throws Exception {
        int many = 1203;
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    for (int n = 0; n < many; n++) {
                        line(n).persist();
                    }
                });
        aTag().exists();

        String body =
                Logins.admin()
                        .queryParam("actor", "somebody")
                        .get(AUDIT + "/export")
                        .then()
                        .statusCode(200)
                        .contentType("application/x-ndjson")
                        .header("Cache-Control", "private, no-store")
                        .extract()
                        .asString();

        List<String> lines = body.lines().toList();
        assertThat(lines.size(), equalTo(many));
        JsonNode newest = new ObjectMapper().readTree(lines.get(0));
        assertThat(newest.path("resourceId").asText(), equalTo(String.valueOf(many - 1)));
        assertThat(newest.path("outcome").asText(), equalTo("DONE"));
    }

    private static AuditEvent line(int n) {
        AuditEvent line = new AuditEvent();
        line.id = dev.vestnik.edge.Ids.next();
        line.at = Instant.parse("2026-01-01T08:00:00Z").plusSeconds(n / 3);
        line.actor = "somebody";
        line.action = "NewsResource_create";
        line.method = "POST";
        line.resourceKind = "news";
        line.resourceId = String.valueOf(n);
        line.outcome = Outcome.DONE;
        line.status = 201;
        line.client = "127.0.0.0/24";
        line.requestId = line.id.toString();
        return line;
    }

    @Test
    void the_export_of_nothing_is_empty() {
        Logins.admin()
                .queryParam("actor", "nobody")
                .get(AUDIT + "/export")
                .then()
                .statusCode(200)
                .body(equalTo(""));
    }
}
