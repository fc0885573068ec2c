package dev.vestnik.feed;

import static io.restassured.RestAssured.when;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The WebSub hub that the program is told of in tests.
@QuarkusTest
class HubTest {

    private static final String HUB = "https://hub.example.org/?a=1&b=2";

    @ParameterizedTest
    @ValueSource(strings = {"rss.xml", "atom.xml"})
    void is_announced_in_feeds_of_xml(String feed) {
        assertThat(
                Read.link(when().get("/feeds/ru/" + feed).then().statusCode(200), "hub"),
                equalTo(HUB));
    }

    @Test
    void is_announced_in_json() {
        when().get("/feeds/ru/feed.json").then().body("hubs.url", contains(HUB));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rss.xml", "atom.xml", "feed.json"})
    void is_announced_in_headers(String feed) {
        when().get("/feeds/ru/{feed}?limit=2", feed)
                .then()
                .header(
                        "Link",
                        equalTo(
                                "<http://localhost:8080/feeds/ru/"
                                        + feed
                                        + "?limit=2>; rel=\"self\", <"
                                        + HUB
                                        + ">; rel=\"hub\""));
    }
}
