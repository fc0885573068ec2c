package dev.vestnik.news;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.vestnik.access.Logins;
import dev.vestnik.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NewsListTest {

    private static final String NEWS = "/api/v1/news";

    private static ValidatableResponse list(String parameter, Object... values) {
        return given().queryParam(parameter, values).get(NEWS).then();
    }

    @Test
    void lists_published_items_newest_first() {
        aNewsItem().titled("Older").publishedAt("2026-01-01T08:00:00Z").exists();
        aNewsItem().titled("Newer").publishedAt("2026-01-02T08:00:00Z").exists();
        aNewsItem().titled("Draft").unpublished().exists();

        when().get(NEWS).then().statusCode(200).body("items.title", contains("Newer", "Older"));
    }

    @Test
    void leaves_out_the_bodies() {
        aNewsItem().exists();

        when().get(NEWS)
                .then()
                .body("items[0]", not(hasKey("body")))
                .body("items[0]", not(hasKey("blocks")))
                .body("items[0]", not(hasKey("bodySource")))
                .body("items[0].summary", equalTo("Учёт показал рост за год."));
    }

    @Test
    void lists_the_items_of_a_tag() {
        aTag().slug("water").exists();
        aNewsItem().titled("Tagged").tagged("water").exists();
        aNewsItem().titled("Untagged").exists();

        list("tag", "water").body("items.title", contains("Tagged"));
    }

    @Test
    void lists_the_items_of_a_tag_by_its_id() {
        String tag = aTag().slug("water").exists();
        aNewsItem().titled("Tagged").tagged("water").exists();
        aNewsItem().titled("Untagged").exists();

        list("tag", tag).body("items.title", contains("Tagged"));
    }

    @Test
    void lists_the_items_of_a_tag_by_its_old_slug() {
        String tag = aTag().slug("water").exists();
        aNewsItem().titled("Tagged").tagged("water").exists();
        Logins.editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"slug\": \"voda\"}")
                .patch("/api/v1/tags/{id}", tag);

        list("tag", "water").body("items.title", contains("Tagged"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-publishedAt", "publishedAt", "-updatedAt", "title"})
    void repeated_tags_must_all_be_carried(String sort) {
        aTag().slug("water").exists();
        aTag().slug("steppe").exists();
        aNewsItem().titled("Both").tagged("steppe", "water").exists();
        aNewsItem().titled("One").tagged("water").exists();

        given().queryParam("tag", "water", "steppe")
                .queryParam("sort", sort)
                .get(NEWS)
                .then()
                .body("items.title", contains("Both"));
    }

    @Test
    void of_tags_separated_by_commas_any_will_do() {
        String water = aTag().slug("water").exists();
        aTag().slug("steppe").exists();
        aNewsItem().titled("Both").tagged("steppe", "water").exists();
        aNewsItem().titled("Water").tagged("water").exists();
        aNewsItem().titled("Steppe").tagged("steppe").exists();
        aNewsItem().titled("None").exists();

        list("tag", water + ",steppe")
                .body("items.title", containsInAnyOrder("Both", "Water", "Steppe"));
    }

    @Test
    void an_unknown_tag_has_no_items() {
        aNewsItem().exists();

        list("tag", "nothing").statusCode(200).body("items", empty());
    }

    @Test
    void a_day_begins_and_ends_in_the_sites_time_zone() {
        aNewsItem().titled("Day before").publishedAt("2025-12-09T18:59:59.999999Z").exists();
        aNewsItem().titled("First").publishedAt("2025-12-09T19:00:00Z").exists();
        aNewsItem().titled("Last").publishedAt("2025-12-10T18:59:59.999999Z").exists();
        aNewsItem().titled("Day after").publishedAt("2025-12-10T19:00:00Z").exists();

        given().queryParams("from", "2025-12-10", "to", "2025-12-10")
                .get(NEWS)
                .then()
                .body("items.title", contains("Last", "First"));
    }

    @Test
    void a_span_may_be_given_by_instants() {
        aNewsItem().titled("Before").publishedAt("2025-12-10T07:59:59Z").exists();
        aNewsItem().titled("First").publishedAt("2025-12-10T08:00:00Z").exists();
        aNewsItem().titled("Last").publishedAt("2025-12-10T09:00:00Z").exists();
        aNewsItem().titled("After").publishedAt("2025-12-10T09:00:01Z").exists();

        given().queryParams("from", "2025-12-10T14:00:00+06:00", "to", "2025-12-10T09:00:00Z")
                .get(NEWS)
                .then()
                .body("items.title", contains("Last", "First"));
    }

    @Test
    void a_span_holds_for_the_items_of_a_tag_too() {
        aTag().slug("water").exists();
        aNewsItem().titled("Old").tagged("water").publishedAt("2025-12-08T08:00:00Z").exists();
        aNewsItem().titled("New").tagged("water").publishedAt("2025-12-10T08:00:00Z").exists();

        given().queryParams("tag", "water", "from", "2025-12-10")
                .get(NEWS)
                .then()
                .body("items.title", contains("New"));
    }

    @Test
    void lists_the_items_of_a_locale() {
        aNewsItem().titled("Русское").exists();
        aNewsItem().in("kk").titled("Қазақша").exists();

        list("locale", "kk").body("items.title", contains("Қазақша"));
    }

    @Test
    void lists_the_items_of_an_author() {
        aNewsItem().titled("Hers").with("author", "Айгүл").exists();
        aNewsItem().titled("His").with("author", "Марат").exists();

        list("author", "Айгүл").body("items.title", contains("Hers"));
    }

    @Test
    void an_author_is_matched_exactly() {
        aNewsItem().with("author", "Айгүл").exists();

        list("author", "%").body("items", empty());
    }

    @Test
    void pinned_items_stay_so_until_their_time() {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        aNewsItem().titled("Pinned").with("featuredUntil", "2026-01-02T08:00:00Z").exists();
        aNewsItem().titled("Past").with("featuredUntil", "2026-01-01T09:00:00Z").exists();
        aNewsItem().titled("Plain").exists();
        TestClock.advance(Duration.ofHours(2));

        list("featured", true).body("items.title", contains("Pinned"));
        list("featured", false).body("items.title", containsInAnyOrder("Past", "Plain"));
    }

    @Test
    void lists_what_changed_for_the_public_since() {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        aNewsItem().titled("Old").exists();
        String changed = aNewsItem().titled("Changed").exists();
        TestClock.advance(Duration.ofDays(1));
        Logins.editor().noContentType().post(NEWS + "/{id}/publish", changed);

        list("updatedSince", "2026-01-02T08:00:00Z").body("items.title", contains("Changed"));
    }

    @Test
    void a_change_that_is_not_yet_public_does_not_show_in_updated_since() {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        String id = aNewsItem().exists();
        TestClock.advance(Duration.ofDays(1));
        Logins.editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"author\": \"A\"}")
                .patch(NEWS + "/{id}", id);

        list("updatedSince", "2026-01-02T00:00:00Z").body("items", empty());
    }

    @Test
    void lists_the_items_of_these_ids_that_are_public() {
        String wanted = aNewsItem().titled("Wanted").exists();
        String draft = aNewsItem().titled("Draft").unpublished().exists();
        aNewsItem().titled("Other").exists();

        list("ids", wanted + "," + draft).body("items.title", contains("Wanted"));
    }

    @Test
    void lists_the_oldest_first() {
        aNewsItem().titled("Newer").publishedAt("2026-01-02T08:00:00Z").exists();
        aNewsItem().titled("Older").publishedAt("2026-01-01T08:00:00Z").exists();

        list("sort", "publishedAt").body("items.title", contains("Older", "Newer"));
    }

    @Test
    void lists_what_was_changed_last_first() {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        String first = aNewsItem().titled("First").exists();
        TestClock.advance(Duration.ofHours(1));
        aNewsItem().titled("Second").exists();
        TestClock.advance(Duration.ofHours(1));
        Logins.editor().noContentType().post(NEWS + "/{id}/publish", first);

        list("sort", "-updatedAt").body("items.title", contains("First", "Second"));
    }

    @Test
    void sorts_russian_titles_with_yo_beside_ye() {
        for (String title : new String[] {"Яблоко", "ёлка", "Ель", "Елка", "Жук", "Дом"}) {
            aNewsItem().titled(title).exists();
        }

        list("sort", "title")
                .body("items.title", contains("Дом", "Елка", "ёлка", "Ель", "Жук", "Яблоко"));
    }

    @Test
    void sorts_kazakh_titles_by_the_kazakh_alphabet() {
        for (String title : new String[] {"Бала", "Әлем", "Алма", "Қала", "Кітап", "Лас"}) {
            aNewsItem().in("kk").titled(title).exists();
        }

        given().queryParams("locale", "kk", "sort", "title")
                .get(NEWS)
                .then()
                .body("items.title", contains("Алма", "Әлем", "Бала", "Кітап", "Қала", "Лас"));
    }

    @Test
    void a_list_has_the_members_that_were_asked_for() {
        aNewsItem().titled("Вода").exists();

        list("fields", "title,slug")
                .body("items[0].keySet()", equalTo(Set.of("title", "slug")))
                .body("page", hasKey("next"));
    }

    @Test
    void a_list_includes_the_bodies_when_asked() {
        aNewsItem().body("html", "<h2>Вода</h2>").exists();

        list("include", "body")
                .body("items[0].body", containsString("<h2 id="))
                .body("items[0].bodyText", equalTo("Вода"))
                .body("items[0].toc.text", contains("Вода"))
                .body("items[0]", not(hasKey("blocks")));
    }

    @Test
    void a_list_includes_blocks_when_asked() {
        aNewsItem().body("html", "<h2>Вода</h2>").exists();

        list("include", "blocks")
                .body("items[0].blocks.type", contains("heading"))
                .body("items[0]", not(hasKey("body")));
    }

    @Test
    void a_list_includes_neighbours_when_asked() {
        String first = aNewsItem().publishedAt("2026-01-01T08:00:00Z").exists();
        String second = aNewsItem().publishedAt("2026-01-02T08:00:00Z").exists();

        list("include", "neighbours")
                .body("items[0].previous.id", equalTo(first))
                .body("items[0].next", nullValue())
                .body("items[1].next.id", equalTo(second));
    }

    @Test
    void a_list_includes_related_items_and_translations_when_asked() {
        aTag().slug("water").exists();
        String first = aNewsItem().tagged("water").publishedAt("2026-01-01T08:00:00Z").exists();
        aNewsItem().tagged("water").publishedAt("2026-01-02T08:00:00Z").exists();

        list("include", "related,translations")
                .body("items[0].related.id", contains(first))
                .body("items[0].translations", empty())
                .body("items", hasSize(2));
    }

    @Test
    void an_item_includes_related_items_of_its_locale() {
        aTag().slug("water").exists();
        String id = aNewsItem().tagged("water").exists();
        String other = aNewsItem().tagged("water").exists();
        aNewsItem().in("kk").tagged("water").exists();
        aNewsItem().tagged("water").unpublished().exists();

        when().get(NEWS + "/{id}?include=related", id).then().body("related.id", contains(other));
    }

    @Test
    void neighbours_can_be_those_of_a_tag() {
        aTag().slug("water").exists();
        String before = aNewsItem().tagged("water").publishedAt("2026-01-01T08:00:00Z").exists();
        aNewsItem().publishedAt("2026-01-02T08:00:00Z").exists();
        String id = aNewsItem().tagged("water").publishedAt("2026-01-03T08:00:00Z").exists();
        aNewsItem().publishedAt("2026-01-04T08:00:00Z").exists();
        String after = aNewsItem().tagged("water").publishedAt("2026-01-05T08:00:00Z").exists();

        when().get(NEWS + "/{id}?tag=water", id)
                .then()
                .body("previous.id", equalTo(before))
                .body("next.id", equalTo(after));
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 101",
        "limit, -1",
        "sort, slug",
        "sort, passwordHash",
        "include, tags",
        "fields, createdBy",
        "locale, de",
        "from, yesterday",
        "to, 2025-13-01",
        "updatedSince, 2025-02-30",
        "ids, 12",
        "tag, 'a,,b'",
        "featured, yes",
        "total, 1",
        "status, GONE"
    })
    void refuses_a_value_that_is_not_allowed_and_names_its_parameter(String name, String value) {
        Logins.editor()
                .queryParam(name, value)
                .get(NEWS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_PARAMETER"))
                .body("errors.parameter", contains(name));
    }
}
