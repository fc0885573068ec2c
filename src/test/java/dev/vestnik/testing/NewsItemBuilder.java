package dev.vestnik.testing;

import static io.restassured.http.ContentType.JSON;

import dev.vestnik.access.Logins;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Makes a news item through the API, as an editor would: a valid one, unless a test says
/// otherwise.
public final class NewsItemBuilder {

    private final Map<String, Object> input = new HashMap<>();
    private final List<String> tags = new ArrayList<>();
    private String publishedAt;
    private boolean published = true;
    private Supplier<RequestSpecification> writer = Logins::editor;

    private NewsItemBuilder() {
        input.put("locale", "ru");
        input.put("title", "Поголовье сайгака выросло");
        input.put("summary", "Учёт показал рост за год.");
        body("html", "<p>Поголовье сайгака выросло.</p>");
    }

    public static NewsItemBuilder aNewsItem() {
        return new NewsItemBuilder();
    }

    public NewsItemBuilder titled(String title) {
        return with("title", title);
    }

    public NewsItemBuilder in(String locale) {
        return with("locale", locale);
    }

    public NewsItemBuilder body(String format, String content) {
        return with("body", Map.of("format", format, "content", content));
    }

    public NewsItemBuilder tagged(String... slugs) {
        tags.addAll(List.of(slugs));
        return this;
    }

    /// Any other member of the input.
    public NewsItemBuilder with(String member, Object value) {
        input.put(member, value);
        return this;
    }

    public NewsItemBuilder publishedAt(String time) {
        publishedAt = time;
        return this;
    }

    /// Written by someone else than an editor.
    public NewsItemBuilder by(Supplier<RequestSpecification> author) {
        writer = author;
        return this;
    }

    public NewsItemBuilder unpublished() {
        published = false;
        return this;
    }

    /// What would be sent.
    public Map<String, Object> input() {
        Map<String, Object> whole = new HashMap<>(input);
        if (!tags.isEmpty()) {
            whole.put("tags", tags);
        }
        return whole;
    }

    /// Makes it, and gives its id.
    public String exists() {
        String id = created().extract().path("id");
        if (published) {
            Map<String, Object> when = publishedAt == null ? Map.of() : Map.of("at", publishedAt);
            Logins.editor()
                    .contentType(JSON)
                    .body(when)
                    .post("/api/v1/news/{id}/publish", id)
                    .then()
                    .statusCode(200);
        }
        return id;
    }

    /// Sends it as a draft.
    public ValidatableResponse created() {
        return writer.get()
                .contentType(JSON)
                .body(input())
                .post("/api/v1/news")
                .then()
                .statusCode(201);
    }
}
