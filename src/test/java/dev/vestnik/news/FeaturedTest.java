package dev.vestnik.news;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.vestnik.access.Logins;
import dev.vestnik.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pinned items stand above the others until their pin expires, and nowhere else.
@QuarkusTest
class FeaturedTest {

    private static final String NEWS = "/api/v1/news";
    private static final String TOMORROW = "2026-03-11T08:00:00Z";

    private final List<String> ids = new ArrayList<>();

    @BeforeEach
    void stop_the_clock() {
        TestClock.stopAt("2026-03-10T08:00:00Z");
    }

    @Test
    void pinned_items_come_first_the_newest_of_them_above() {
        days(1, 2, 3, 4, 5, 6);
        pin(2, TOMORROW);
        pin(4, TOMORROW);

        assertThat(titles(""), contains("4", "2", "6", "5", "3", "1"));
    }

    @Test
    void a_pin_expires() {
        days(1, 2, 3);
        pin(1, TOMORROW);

        TestClock.advance(Duration.ofDays(1));

        assertThat(titles(""), contains("3", "2", "1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 100})
    void nothing_is_repeated_or_left_out_at_any_size_of_page(int limit) {
        days(1, 2, 3, 4, 5, 6, 7);
        pin(2, TOMORROW);
        pin(5, TOMORROW);
        pin(3, TOMORROW);

        List<String> forth = walk("?limit=" + limit);

        assertThat(forth, contains("5", "3", "2", "7", "6", "4", "1"));
        assertThat(walkBack(limit), equalTo(forth));
    }

    @Test
    void a_pin_that_expires_on_the_way_changes_nothing_for_who_is_on_it() {
        days(1, 2, 3, 4);
        pin(2, TOMORROW);
        ExtractableResponse<Response> first = page("?limit=2");

        TestClock.advance(Duration.ofDays(2));

        assertThat(first.path("items.title"), contains("2", "4"));
        assertThat(rest(first, 2), contains("3", "1"));
    }

    @Test
    void an_item_that_is_pinned_or_unpinned_on_the_way_is_seen_once() {
        days(1, 2, 3, 4, 5);
        pin(3, TOMORROW);
        ExtractableResponse<Response> first = page("?limit=2");

        pin(1, TOMORROW);
        pin(3, null);

        assertThat(first.path("items.title"), contains("3", "5"));
        assertThat(rest(first, 2), contains("4", "2", "1"));
    }

    @Test
    void only_pinned_items_that_match_stand_above_a_filtered_list() {
        aTag().slug("water").exists();
        days(1, 2);
        ids.add(
                aNewsItem()
                        .titled("3")
                        .tagged("water")
                        .with("featuredUntil", TOMORROW)
                        .publishedAt("2026-03-03T08:00:00Z")
                        .exists());
        aNewsItem().titled("4").tagged("water").publishedAt("2026-03-04T08:00:00Z").exists();
        aNewsItem().titled("kk").in("kk").with("featuredUntil", TOMORROW).exists();

        assertThat(titles("?locale=ru"), contains("3", "4", "2", "1"));
        assertThat(titles("?tag=water"), contains("3", "4"));
        assertThat(titles("?tag=water&locale=ru&from=2026-03-04"), contains("4"));
        assertThat(titles("?locale=en"), equalTo(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"publishedAt", "title"})
    void another_order_knows_no_pins(String sort) {
        days(1, 2, 3);
        pin(2, TOMORROW);

        assertThat(titles("?sort=" + sort), contains("1", "2", "3"));
    }

    @Test
    void more_than_twenty_pins_leave_the_older_ones_in_their_place() {
        for (int n = 1; n <= 23; n++) {
            aNewsItem()
                    .titled(String.valueOf(n))
                    .with("featuredUntil", TOMORROW)
                    .publishedAt("2026-02-%02dT08:00:00Z".formatted(n))
                    .exists();
        }
        aNewsItem().titled("new").exists();

        List<String> seen = walk("?limit=5");

        List<String> wanted = new ArrayList<>();
        for (int n = 23; n > 3; n--) {
            wanted.add(String.valueOf(n));
        }
        wanted.addAll(List.of("new", "3", "2", "1"));
        assertThat(seen, equalTo(wanted));
    }

    @Test
    void the_total_counts_each_once() {
        days(1, 2, 3);
        pin(2, TOMORROW);

        when().get(NEWS + "?total=true").then().body("page.total", equalTo(3));
    }

    /// An item published on each of these days of March, titled by it.
    private void days(int... days) {
        for (int day : days) {
            ids.add(
                    aNewsItem()
                            .titled(String.valueOf(day))
                            .publishedAt("2026-03-%02dT08:00:00Z".formatted(day))
                            .exists());
        }
    }

    private void pin(int number, String until) {
        String id = ids.get(number - 1);
        Logins.editor()
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body(Collections.singletonMap("featuredUntil", until))
                .patch(NEWS + "/{id}", id)
                .then()
                .statusCode(200);
        Logins.editor()
                .contentType(JSON)
                .body(Map.of())
                .post(NEWS + "/{id}/publish", id)
                .then()
                .statusCode(200);
    }

    private static List<String> titles(String query) {
        return page(query).path("items.title");
    }

    private static ExtractableResponse<Response> page(String query) {
        return when().get(NEWS + query).then().statusCode(200).extract();
    }

    private static List<String> walk(String query) {
        ExtractableResponse<Response> first = page(query);
        List<String> seen = new ArrayList<>(first.<List<String>>path("items.title"));
        seen.addAll(rest(first, first.path("page.limit")));
        return seen;
    }

    private static List<String> rest(ExtractableResponse<Response> page, int limit) {
        List<String> seen = new ArrayList<>();
        String next = page.path("page.next");
        while (next != null) {
            ExtractableResponse<Response> following = at(next, limit);
            seen.addAll(following.path("items.title"));
            next = following.path("page.next");
        }
        return seen;
    }

    private static List<String> walkBack(int limit) {
        ExtractableResponse<Response> page = page("?limit=" + limit);
        while (page.path("page.next") != null) {
            page = at(page.path("page.next"), limit);
        }
        List<String> seen = new ArrayList<>(page.<List<String>>path("items.title"));
        while (page.path("page.prev") != null) {
            page = at(page.path("page.prev"), limit);
            seen.addAll(0, page.<List<String>>path("items.title"));
        }
        return seen;
    }

    private static ExtractableResponse<Response> at(String cursor, int limit) {
        return given().queryParam("cursor", cursor)
                .queryParam("limit", limit)
                .get(NEWS)
                .then()
                .statusCode(200)
                .extract();
    }
}
