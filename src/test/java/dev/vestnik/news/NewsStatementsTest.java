package dev.vestnik.news;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.testing.SqlRecorder;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What reading costs in a grown newsroom: statements, and rows that the database touches.
@QuarkusTest
class NewsStatementsTest {

    private static final int ITEMS = 10_000;
    private static final int TAGS = 200;
    private static final int PAGE = 20;
    private static final String NEWS = "/api/v1/news";
    private static final Pattern SCANNED_BY_H2 = Pattern.compile("scanCount: (\\d+)");

    @Inject DataSource database;
    @Inject ObjectMapper json;

    @BeforeEach
    void a_grown_newsroom() throws Exception {
        ManyNews.exist(ITEMS, TAGS);
    }

    @Inject Trash trash;
    @Inject NewsDocuments documents;

    private static List<String> statements(String path, Map<String, ?> parameters) {
        return SqlRecorder.during(
                () -> given().queryParams(parameters).get(path).then().statusCode(200));
    }

    private static String cursorAfter(int rows, Map<String, ?> parameters) {
        String cursor = null;
        for (int left = rows; left > 0; left -= Math.min(left, 100)) {
            JsonPath page =
                    given().queryParams(parameters)
                            .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                            .queryParam("limit", Math.min(left, 100))
                            .queryParam("fields", "id")
                            .get(NEWS)
                            .jsonPath();
            cursor = page.getString("page.next");
        }
        return cursor;
    }

    @Test
    void every_read_takes_at_most_two_statements() {
        String far = cursorAfter(399 * PAGE, Map.of());

        Map<String, List<String>> reads =
                Map.of(
                        "list", statements(NEWS, Map.of()),
                        "longest list", statements(NEWS, Map.of("limit", 100)),
                        "list with bodies", statements(NEWS, Map.of("include", "body,blocks")),
                        "page 400", statements(NEWS, Map.of("cursor", far)),
                        "by id", statements(NEWS + "/" + ManyNews.item(5000), Map.of()),
                        "by slug", statements(NEWS + "/item-5000", Map.of()),
                        "in a tag", statements(NEWS + "/item-5000", Map.of("tag", "tag-0")),
                        "tag's page", statements(NEWS, Map.of("tag", ManyNews.ON_ALL)),
                        "tag", statements("/api/v1/tags/tag-7", Map.of()),
                        "tags", statements("/api/v1/tags", Map.of("limit", 100)));

        reads.forEach((read, statements) ->
                assertThat(
                        read + ": " + statements,
                        statements.size(),
                        allOf(greaterThanOrEqualTo(1), lessThanOrEqualTo(2))));
    }

    @Test
    void page_400_is_read_from_its_place_on() throws Exception {
        Map<String, Object> all = Map.of();
        Map<String, Object> locale = Map.of("locale", "ru");
        Map<String, Object> oldest = Map.of("sort", "publishedAt");
        int page400 = 399 * PAGE;
        Object now = ManyNews.publishedAt(2 * ITEMS);
        int last = ITEMS - page400;
        Object place = ManyNews.publishedAt(last);
        Object id = ManyNews.item(last);

        int first = page400 - 1;
        List<Long> touched =
                List.of(
                        rowsTouched(pageQuery(all, page400), place, now, now, place, id, PAGE + 1),
                        rowsTouched(
                                pageQuery(locale, page400),
                                place,
                                now,
                                now,
                                "ru",
                                place,
                                id,
                                PAGE + 1),
                        rowsTouched(
                                pageQuery(oldest, page400),
                                ManyNews.publishedAt(first),
                                now,
                                now,
                                now,
                                ManyNews.publishedAt(first),
                                ManyNews.item(first),
                                PAGE + 1));

        assertThat(touched, everyItem(lessThanOrEqualTo(2L * PAGE)));
    }

    @Test
    void the_first_page_touches_the_rows_that_it_shows() throws Exception {
        Object now = ManyNews.publishedAt(2 * ITEMS);

        long touched = rowsTouched(statements(NEWS, Map.of()).get(0), firstPage(now));

        assertThat(touched, lessThanOrEqualTo(5L * PAGE));
    }

    @Test
    void a_tags_page_touches_the_rows_of_that_page() throws Exception {
        Object now = ManyNews.publishedAt(2 * ITEMS);
        Map<String, Object> tag = Map.of("tag", ManyNews.ON_ALL);
        Map<String, Object> locale = Map.of("tag", ManyNews.ON_ALL, "locale", "ru");
        int page400 = 399 * PAGE;
        Object place = ManyNews.publishedAt(ITEMS - page400);
        Object id = ManyNews.item(ITEMS - page400);

        List<Long> touched =
                List.of(
                        rowsTouched(pageQuery(tag, 0), firstPage(now, ManyNews.ON_ALL)),
                        rowsTouched(
                                pageQuery(tag, page400),
                                place,
                                now,
                                now,
                                ManyNews.ON_ALL,
                                place,
                                id,
                                PAGE + 1),
                        rowsTouched(
                                pageQuery(locale, page400),
                                place,
                                now,
                                now,
                                ManyNews.ON_ALL,
                                "ru",
                                place,
                                id,
                                PAGE + 1));

        assertThat(touched, everyItem(lessThanOrEqualTo(7L * PAGE)));
    }

    @Test
    void a_slug_leads_to_one_row() throws Exception {
        Object now = ManyNews.publishedAt(2 * ITEMS);
        List<String> statements = statements(NEWS + "/item-5000", Map.of());

        assertThat(statements, hasSize(2));
        assertThat(
                rowsTouched(statements.get(0), "ru", "item-5000", now, now, 1),
                lessThanOrEqualTo(2L));
    }

    @Test
    void the_trash_is_emptied_without_a_walk_through_the_archive() throws Exception {
        String emptied = SqlRecorder.during(trash::empty).get(0);

        assertThat(
                rowsTouched(emptied, ManyNews.publishedAt(2 * ITEMS), 0, 200),
                lessThanOrEqualTo(2L));
    }

    @Test
    void working_copies_are_handed_out_from_their_place_on() throws Exception {
        String handedOut =
                SqlRecorder.during(() ->
                                QuarkusTransaction.requiringNew()
                                        .run(() ->
                                                documents.workingCopiesAfter(
                                                        ManyNews.item(5_000), PAGE)))
                        .get(0);

        assertThat(
                rowsTouched(handedOut, ManyNews.item(5_000), PAGE), lessThanOrEqualTo(2L * PAGE));
    }

    /// The values of a first page's statement: of the pinned ones, of the others, and of the pinned
    /// ones once more, which the others are without.
    private static Object[] firstPage(Object now, Object... filter) {
        List<Object> pinned = new ArrayList<>(List.of(now, now, now, now));
        pinned.addAll(List.of(filter));
        pinned.add(Pins.MOST);
        List<Object> all = new ArrayList<>(pinned);
        all.addAll(List.of(now, now, now));
        all.addAll(List.of(filter));
        all.addAll(pinned);
        all.add(PAGE + 1);
        return all.toArray();
    }

    /// The statement that reads the page after so many rows.
    private String pageQuery(Map<String, ?> parameters, int rows) {
        Map<String, Object> all = new java.util.HashMap<>(parameters);
        if (rows > 0) {
            all.put("cursor", cursorAfter(rows, parameters));
        }
        return statements(NEWS, all).get(0);
    }

    /// How many rows of tables and indexes the database looks at for a statement.
    private long rowsTouched(String sql, Object... values) throws Exception {
        assertThat(sql, sql.chars().filter(c -> c == '?').count(), equalTo((long) values.length));
        try (Connection connection = database.getConnection()) {
            boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            String explain = h2 ? "explain analyze " : "explain (analyze, format json) ";
            try (PreparedStatement statement = connection.prepareStatement(explain + sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                try (ResultSet plan = statement.executeQuery()) {
                    plan.next();
                    return h2
                            ? scanned(plan.getString(1))
                            : scanned(json.readTree(plan.getString(1)).get(0).get("Plan"));
                }
            }
        }
    }

    private static long scanned(String plan) {
        long sum = 0;
        Matcher scan = SCANNED_BY_H2.matcher(plan);
        while (scan.find()) {
            sum += Long.parseLong(scan.group(1));
        }
        assertThat(plan, plan, containsString("scanCount"));
        return sum;
    }

    /// PostgreSQL may as well read the few slugs of tags whole: they are not counted.
    private static long scanned(JsonNode node) {
        List<JsonNode> inner = new ArrayList<>();
        node.path("Plans").forEach(inner::add);
        double own =
                inner.isEmpty() && !node.path("Relation Name").asText().equals("tag_slug")
                        ? (node.path("Actual Rows").asDouble()
                                        + node.path("Rows Removed by Filter").asDouble()
                                        + node.path("Rows Removed by Index Recheck").asDouble())
                                * node.path("Actual Loops").asDouble()
                        : 0;
        return Math.round(own + inner.stream().mapToLong(NewsStatementsTest::scanned).sum());
    }
}
