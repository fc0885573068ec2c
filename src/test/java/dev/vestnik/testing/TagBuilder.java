package dev.vestnik.testing;

import static io.restassured.http.ContentType.JSON;

import dev.vestnik.access.Logins;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Makes a tag through the API: a valid one, unless a test says otherwise.
public final class TagBuilder {

    private final Map<String, Object> input = new HashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    private TagBuilder() {
        names.put("ru", "Экология");
        input.put("names", names);
    }

    public static TagBuilder aTag() {
        return new TagBuilder();
    }

    public TagBuilder named(String russian) {
        return named("ru", russian);
    }

    public TagBuilder named(String locale, String name) {
        names.put(locale, name);
        return this;
    }

    public TagBuilder slug(String slug) {
        return with("slug", slug);
    }

    /// Any other member of the input.
    public TagBuilder with(String member, Object value) {
        input.put(member, value);
        return this;
    }

    /// What would be sent.
    public Map<String, Object> input() {
        return input;
    }

    /// Makes it, and gives its id.
    public String exists() {
        return Logins.editor()
                .contentType(JSON)
                .body(input)
                .post("/api/v1/tags")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
