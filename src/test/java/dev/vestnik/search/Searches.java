package dev.vestnik.search;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static org.hamcrest.Matchers.containsInAnyOrder;

import dev.vestnik.testing.NewsItemBuilder;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Map;

/// Searches once the index has caught up with what a test wrote.
public final class Searches {

    private Searches() {}

    /// An item that has nothing to be found but its title.
    static NewsItemBuilder about(String title) {
        return aNewsItem()
                .titled(title)
                .with("summary", "Ничего больше.")
                .body("html", "<p>Ничего больше.</p>");
    }

    public static void catchUp() {
        CDI.current().select(SearchFollower.class).get().catchUp();
    }

    static ValidatableResponse search(Map<String, ?> parameters) {
        return search(RestAssured.given(), parameters);
    }

    static ValidatableResponse search(RequestSpecification caller, Map<String, ?> parameters) {
        catchUp();
        return caller.queryParams(parameters).get("/api/v1/search").then().statusCode(200);
    }

    static void found(String q, String... titles) {
        search(Map.of("q", q)).body("items.title", containsInAnyOrder(titles));
    }
}
