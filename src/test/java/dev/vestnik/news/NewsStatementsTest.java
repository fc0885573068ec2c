package dev.vestnik.news;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vestnik.database.EitherDriver;
import dev.vestnik.testing.QueryPlan;
import dev.vestnik.testing.SqlRecorder;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.h2.command.CommandInterface;
import org.h2.engine.Session;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What reading costs in a grown newsroom: statements, and rows that the database touches.
@QuarkusTest
class NewsStatementsTest {

    private static final int ITEMS = 10_000;
    private static final int TAGS = 200;
    private static final int PAGE = 20;

    /// So many rows come before a deep page: half of them.
    private static final int DEEP = 250 * PAGE;

    private static final String NEWS = "/api/v1/news";
    private static final Object NOW = ManyNews.publishedAt(2 * ITEMS);

    @Inject DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

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
        reads().forEach((read, statements) ->
                assertThat(
                        read + ": " + statements,
                        statements.size(),
                        allOf(greaterThanOrEqualTo(1), lessThanOrEqualTo(2))));
    }

    /// H2 plans some kinds of statements anew each time, which takes longer than to read an item.
    @Test
    void h2_keeps_the_plan_of_every_read() throws Exception {
        assumeTrue(EitherDriver.isEmbedded(url));
        Map<String, List<String>> reads = reads();

        try (Connection connection = database.getConnection()) {
            Session session = connection.unwrap(JdbcConnection.class).getSession();
            reads.forEach((read, statements) ->
                    statements.forEach(statement -> {
                        CommandInterface first = session.prepareCommand(statement);
                        first.close();
                        CommandInterface second = session.prepareCommand(statement);
                        second.close();
                        assertThat(read + ": " + statement, second, sameInstance(first));
                    }));
        }
    }

    /// Else the benchmark would tell what another statement costs.
    @Test
    void the_yardstick_of_plain_jdbc_sends_the_same_statements() {
        String tags = PlainSql.TAGS_OF_LIST.formatted("?" + ",?".repeat(PAGE - 1));

        assertThat(
                onOneLine(statements(NEWS, Map.of("locale", "ru"))),
                equalTo(onOneLine(List.of(PlainSql.LIST, tags))));
        assertThat(
                onOneLine(statements(NEWS, Map.of("locale", "ru", "tag", ManyNews.ON_ALL))),
                equalTo(onOneLine(List.of(PlainSql.TAG_PAGE, tags))));
        assertThat(
                onOneLine(statements(NEWS + "/item-5000", Map.of("locale", "ru"))),
                equalTo(onOneLine(List.of(PlainSql.ITEM, PlainSql.AROUND))));
    }

    private static List<String> onOneLine(List<String> statements) {
        return statements.stream()
                .map(statement ->
                        statement.replaceAll("\\s+", " ").replaceAll("(?<=\\() | (?=\\))", ""))
                .toList();
    }

    /// The statements of each kind of read.
    private static Map<String, List<String>> reads() {
        String far = cursorAfter(DEEP, Map.of());
        return Map.of(
                "list", statements(NEWS, Map.of()),
                "longest list", statements(NEWS, Map.of("limit", 100)),
                "list with bodies", statements(NEWS, Map.of("include", "body,blocks")),
                "deep page", statements(NEWS, Map.of("cursor", far)),
                "by id", statements(NEWS + "/" + ManyNews.item(5000), Map.of()),
                "by slug", statements(NEWS + "/item-5000", Map.of()),
                "in a tag", statements(NEWS + "/item-5000", Map.of("tag", "tag-0")),
                "tag's page", statements(NEWS, Map.of("tag", ManyNews.ON_ALL)),
                "tag", statements("/api/v1/tags/tag-7", Map.of()),
                "tags", statements("/api/v1/tags", Map.of("limit", 100)));
    }

    @Test
    void a_deep_page_is_read_from_its_place_on() {
        Map<String, Object> all = Map.of();
        Map<String, Object> locale = Map.of("locale", "ru");
        Map<String, Object> oldest = Map.of("sort", "publishedAt");
        Object place = ManyNews.publishedAt(ITEMS - DEEP);
        Object id = ManyNews.item(ITEMS - DEEP);
        Object placeOfOldest = ManyNews.publishedAt(DEEP - 1);
        Object idOfOldest = ManyNews.item(DEEP - 1);
        int next = PAGE + 1;

        touchesAtMost(2L * PAGE, deepPage(all), place, NOW, NOW, place, id, next);
        touchesAtMost(2L * PAGE, deepPage(locale), place, NOW, NOW, "ru", place, id, next);
        touchesAtMost(
                2L * PAGE,
                deepPage(oldest),
                placeOfOldest,
                NOW,
                NOW,
                NOW,
                placeOfOldest,
                idOfOldest,
                next);
    }

    @Test
    void the_first_page_touches_the_rows_that_it_shows() {
        touchesAtMost(5L * PAGE, statements(NEWS, Map.of()).get(0), firstPage());
    }

    /// PostgreSQL may as well read the few slugs of tags whole.
    @Test
    void a_tags_page_touches_the_rows_of_that_page() {
        Map<String, Object> tag = Map.of("tag", ManyNews.ON_ALL);
        Map<String, Object> locale = Map.of("tag", ManyNews.ON_ALL, "locale", "ru");
        Object place = ManyNews.publishedAt(ITEMS - DEEP);
        Object id = ManyNews.item(ITEMS - DEEP);
        int next = PAGE + 1;
        long rows = TAGS + 7L * PAGE;

        touchesAtMost(rows, statements(NEWS, tag).get(0), firstPage(ManyNews.ON_ALL));
        touchesAtMost(rows, deepPage(tag), place, NOW, NOW, ManyNews.ON_ALL, place, id, next);
        touchesAtMost(
                rows, deepPage(locale), place, NOW, NOW, ManyNews.ON_ALL, "ru", place, id, next);
    }

    /// While the index does not know an item, as it knows none here.
    @Test
    void what_shares_tags_is_sought_among_the_newest_of_each() {
        List<String> statements =
                statements(NEWS + "/" + ManyNews.item(5000) + "/related", Map.of());
        UUID own = ManyNews.tag(1 + 5000 % (TAGS - 1));
        int newest = SharedTags.NEWEST;

        touchesAtMost(3, sharing(statements).get(0), ManyNews.item(5000), NOW, NOW);
        touchesAtMost(
                15L * newest,
                sharing(statements).get(1),
                ManyNews.tag(0),
                "ru",
                NOW,
                NOW,
                NOW,
                newest,
                own,
                "ru",
                NOW,
                NOW,
                NOW,
                newest);
    }

    @Test
    void the_most_tags_are_shared_with_the_first_and_all_of_them_count() {
        given().queryParam("limit", 20)
                .get(NEWS + "/{id}/related", ManyNews.item(5000))
                .then()
                .statusCode(200)
                .body("items.id", equalTo(alike(5000, 20)));
    }

    @Test
    void a_long_list_of_many_tags_seeks_what_shares_them_in_some_statements() {
        Map<String, Object> longest =
                Map.of("limit", 100, "include", "related", "fields", "related");

        assertThat(sharing(statements(NEWS, longest)), hasSize(lessThanOrEqualTo(5)));
        JsonPath page = given().queryParams(longest).get(NEWS).jsonPath();
        for (int place = 0; place < 100; place++) {
            assertThat(
                    page.getList("items[" + place + "].related.id"),
                    equalTo(alike(ITEMS - 1 - place, 5)));
        }
    }

    @Test
    void a_slug_leads_to_one_row() {
        List<String> statements = statements(NEWS + "/item-5000", Map.of());

        assertThat(statements, hasSize(2));
        touchesAtMost(2, statements.get(0), "ru", "item-5000", NOW, NOW, 1);
    }

    @Test
    void the_trash_is_emptied_without_a_walk_through_the_archive() {
        String emptied = SqlRecorder.during(trash::empty).get(0);

        touchesAtMost(2, emptied, NOW, 0, 200);
    }

    @Test
    void maps_of_the_site_are_counted_off_in_an_index_without_the_rows() throws Exception {
        String counted =
                SqlRecorder.during(() -> given().get("/sitemap.xml").then().statusCode(200)).get(1);
        boolean h2 = url.startsWith("jdbc:h2:");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(h2 ? "analyze" : "vacuum analyze publication");
        }

        QueryPlan plan =
                QueryPlan.of(database, counted, List.of(NOW, NOW, ManyNews.item(0), ITEMS / 2, 1));
        assertThat(plan.text(), containsString(h2 ? "publication_shown:" : "Index Only Scan"));
        assertThat(plan.text(), plan.sorted());
    }

    @Test
    void working_copies_are_handed_out_from_their_place_on() {
        String handedOut =
                SqlRecorder.during(() ->
                                QuarkusTransaction.requiringNew()
                                        .run(() ->
                                                documents.workingCopiesAfter(
                                                        ManyNews.item(5_000), PAGE)))
                        .get(0);

        touchesAtMost(2L * PAGE, handedOut, ManyNews.item(5_000), PAGE);
    }

    /// The values of a first page's statement: of the pinned ones, of the others, and of the pinned
    /// ones once more, which the others are without.
    private static Object[] firstPage(Object... filter) {
        List<Object> pinned = new ArrayList<>(List.of(NOW, NOW, NOW, NOW));
        pinned.addAll(List.of(filter));
        pinned.add(Pins.MOST);
        List<Object> all = new ArrayList<>(pinned);
        all.addAll(List.of(NOW, NOW, NOW));
        all.addAll(List.of(filter));
        all.addAll(pinned);
        all.add(PAGE + 1);
        return all.toArray();
    }

    /// The statements that seek what shares tags.
    private static List<String> sharing(List<String> statements) {
        return statements.stream()
                .filter(sql -> sql.contains("publication_tag") && !sql.contains("join tag "))
                .toList();
    }

    /// The newest that share both tags with an item, without it.
    private static List<String> alike(int item, int most) {
        int apart = TAGS - 1;
        int newest = item + (ITEMS - 1 - item) / apart * apart;
        return IntStream.iterate(newest, other -> other - apart)
                .filter(other -> other != item)
                .limit(most)
                .mapToObj(other -> ManyNews.item(other).toString())
                .toList();
    }

    /// The statement that reads a page from the middle of the archive.
    private static String deepPage(Map<String, ?> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("cursor", cursorAfter(DEEP, parameters));
        return statements(NEWS, all).get(0);
    }

    /// Sees to it that the database looks at no more rows of tables and indexes for a statement.
    private void touchesAtMost(long rows, String sql, Object... values) {
        QueryPlan plan = QueryPlan.of(database, sql, List.of(values));
        assertThat(plan.text(), plan.rows(), lessThanOrEqualTo(rows));
    }
}
