package dev.vestnik.news;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.vestnik.access.Logins;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NewsPagingTest {

    private static final String NEWS = "/api/v1/news";
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");

    /// Five items, two of one moment.
    private static void five() {
        aTag().slug("water").exists();
        for (String day : List.of("01", "02", "02", "03", "04")) {
            aNewsItem()
                    .titled("День " + day)
                    .tagged("water")
                    .publishedAt("2026-01-" + day + "T08:00:00Z")
                    .exists();
        }
    }

    private static JsonPath page(String query, String cursor) {
        return given().queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                .get(NEWS + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> walk(String query, String relation, String from) {
        List<String> ids = new ArrayList<>();
        String cursor = from;
        do {
            JsonPath page = page(query, cursor);
            List<String> shown = page.getList("items.id");
            ids.addAll(relation.equals("next") ? ids.size() : 0, shown);
            cursor = page.getString("page." + relation);
        } while (cursor != null);
        return ids;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&sort=publishedAt",
                "&sort=-updatedAt",
                "&sort=title",
                "&locale=ru",
                "&tag=water",
                "&tag=water&sort=publishedAt",
                "&tag=water&locale=ru&sort=title",
                "&tag=water,steppe"
            })
    void pages_forward_join_into_the_whole_list(String query) {
        five();
        List<String> whole = page("?limit=100" + query, null).getList("items.id");

        List<String> walked = walk("?limit=2" + query, "next", null);

        assertThat(walked, equalTo(whole));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&sort=publishedAt", "&sort=title", "&tag=water"})
    void pages_backward_lead_to_the_start_again(String query) {
        five();
        List<String> whole = page("?limit=100" + query, null).getList("items.id");
        String second = page("?limit=2" + query, null).getString("page.next");
        String third = page("?limit=2" + query, second).getString("page.next");
        String back = page("?limit=2" + query, third).getString("page.prev");

        List<String> walked = walk("?limit=2" + query, "prev", back);

        assertThat(walked, equalTo(whole.subList(0, 4)));
    }

    @Test
    void editors_lists_have_pages_too() {
        for (int n = 0; n < 5; n++) {
            aNewsItem().unpublished().exists();
        }
        String first =
                Logins.editor()
                        .get(NEWS + "?status=DRAFT&limit=3")
                        .then()
                        .extract()
                        .path("page.next");

        Logins.editor()
                .queryParam("cursor", first)
                .get(NEWS + "?status=DRAFT&limit=3")
                .then()
                .body("items.size()", equalTo(2))
                .body("page.next", nullValue());
    }

    @Test
    void the_last_page_has_no_next() {
        five();

        when().get(NEWS + "?limit=5")
                .then()
                .body("page.limit", equalTo(5))
                .body("page", hasKey("next"))
                .body("page.next", nullValue())
                .body("page.prev", nullValue())
                .body("page", not(hasKey("total")));
    }

    @Test
    void counts_when_asked() {
        five();

        when().get(NEWS + "?limit=1&total=true").then().body("page.total", equalTo(5));
        when().get(NEWS + "?limit=1&total=true&tag=water").then().body("page.total", equalTo(5));
    }

    @Test
    void link_headers_say_the_same() {
        five();

        String link = when().get(NEWS + "?limit=2&sort=title").header("Link");

        assertThat(link, containsString("/api/v1/news?limit=2&sort=title>; rel=\"first\""));
        Matcher next = NEXT.matcher(link);
        assertThat(next.find(), equalTo(true));
        String afterwards = given().urlEncodingEnabled(false).get(next.group(1)).header("Link");
        assertThat(afterwards, containsString("rel=\"prev\""));
        assertThat(afterwards, containsString("rel=\"next\""));
    }

    @Test
    void a_link_keeps_words_that_need_encoding() {
        aNewsItem().with("author", "А & Б, 100%").exists();
        aNewsItem().with("author", "А & Б, 100%").exists();
        String link =
                given().queryParams("author", "А & Б, 100%", "limit", 1).get(NEWS).header("Link");
        Matcher next = NEXT.matcher(link);
        next.find();

        given().urlEncodingEnabled(false)
                .get(next.group(1))
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?sort=title", "?locale=ru", "?tag=water", "?author=A", "?from=2025-01-01"})
    void a_cursor_of_another_query_is_refused(String query) {
        five();
        String cursor = page("?limit=2", null).getString("page.next");

        given().queryParam("cursor", cursor)
                .get(NEWS + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR"))
                .body("errors.parameter", contains("cursor"));
    }

    @Test
    void another_limit_may_go_on_from_a_cursor() {
        five();
        String cursor = page("?limit=2", null).getString("page.next");

        given().queryParams("cursor", cursor, "limit", 100)
                .get(NEWS)
                .then()
                .body("items.size()", equalTo(3));
    }

    @Test
    void a_cursor_that_was_changed_anywhere_is_refused() {
        five();
        String cursor = page("?limit=2", null).getString("page.next");
        List<Integer> statuses = new ArrayList<>();

        for (int at = 0; at < cursor.length(); at++) {
            char other = cursor.charAt(at) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, at) + other + cursor.substring(at + 1);
            statuses.add(given().queryParam("cursor", changed).get(NEWS).statusCode());
        }

        assertThat(statuses.stream().distinct().toList(), contains(400));
    }

    @Test
    void a_page_at_the_place_of_an_item_that_has_gone_goes_on_after_it() {
        five();
        JsonPath first = page("?limit=2", null);
        Logins.editor()
                .noContentType()
                .post(NEWS + "/{id}/unpublish", first.getString("items[1].id"));

        JsonPath second = page("?limit=2", first.getString("page.next"));

        assertThat(second.getList("items.title"), contains("День 02", "День 02"));
    }

    @Test
    void a_walk_of_nothing_is_one_empty_page() {
        assertThat(walk("", "next", null), empty());
    }

    @Test
    void an_item_published_meanwhile_is_not_pushed_into_the_next_page() {
        five();
        JsonPath first = page("?limit=2", null);
        aNewsItem().titled("Новое").exists();

        JsonPath second = page("?limit=2", first.getString("page.next"));

        assertThat(second.getList("items.title"), containsInAnyOrder("День 02", "День 02"));
    }
}
