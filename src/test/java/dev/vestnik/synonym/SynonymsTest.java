package dev.vestnik.synonym;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.vestnik.access.Logins;
import dev.vestnik.access.Role;
import dev.vestnik.change.Change;
import dev.vestnik.change.ChangeLines;
import dev.vestnik.testing.Parallel;
import dev.vestnik.testing.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SynonymsTest {

    @Inject ChangeLines log;

    private static final String ALL = "/api/v1/synonyms";
    private static final String SYNONYMS = ALL + "/{locale}";

    private static final List<String> SAIGA = List.of("сайгак", "сайга");
    private static final List<String> FLOOD = List.of("паводок", "половодье", "разлив рек");

    private static ValidatableResponse read(String locale) {
        return Logins.editor().get(SYNONYMS, locale).then();
    }

    private static ValidatableResponse put(String locale, List<?> groups) {
        return put(locale, "*", Map.of("groups", groups));
    }

    private static ValidatableResponse put(String locale, String ifMatch, Object body) {
        return Logins.editor()
                .contentType(JSON)
                .header("If-Match", ifMatch)
                .body(body)
                .put(SYNONYMS, locale)
                .then();
    }

    private static ValidatableResponse putOne(String... entries) {
        return put("ru", List.of(SAIGA, List.of(entries)));
    }

    private static void refuses(ValidatableResponse answer, String pointer, String code) {
        answer.statusCode(422)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
    }

    private List<Change> lines() {
        return QuarkusTransaction.requiringNew().call(() -> log.after(0, 100));
    }

    private static List<List<String>> seenByTheSearch(String locale) {
        return QuarkusTransaction.requiringNew().call(() -> Synonyms.of(locale));
    }

    @Test
    void a_locale_has_none_until_somebody_writes_them() {
        read("kk")
                .statusCode(200)
                .header("ETag", matchesPattern("\"0-[0-9a-f]{16}\""))
                .header("Cache-Control", "private, no-store")
                .body("locale", equalTo("kk"))
                .body("version", equalTo(0))
                .body("groups", empty())
                .body("updatedAt", nullValue())
                .body("updatedBy", nullValue());
    }

    @Test
    void what_was_written_is_read_again() {
        TestClock.stopAt("2026-01-01T08:00:00Z");

        String etag = put("ru", List.of(SAIGA, FLOOD)).statusCode(200).extract().header("ETag");

        read("ru")
                .statusCode(200)
                .header("ETag", equalTo(etag))
                .header("ETag", matchesPattern("\"1-[0-9a-f]{16}\""))
                .body("version", equalTo(1))
                .body("groups", contains(SAIGA, FLOOD))
                .body("updatedAt", equalTo("2026-01-01T08:00:00Z"))
                .body("updatedBy", equalTo("an-editor"));
    }

    @Test
    void a_write_replaces_all_of_the_locale_and_nothing_of_another() {
        put("ru", List.of(SAIGA));
        put("en", List.of(List.of("saiga", "steppe antelope")));

        put("ru", List.of(FLOOD)).body("version", equalTo(2)).body("groups", contains(FLOOD));

        read("en").body("version", equalTo(1)).body("groups", hasSize(1));
    }

    @Test
    void they_can_be_emptied() {
        put("ru", List.of(SAIGA));

        put("ru", List.of()).statusCode(200).body("version", equalTo(2)).body("groups", empty());
    }

    @Test
    void the_list_has_every_locale_with_its_number_of_groups() {
        put("kk", List.of(List.of("ақбөкен", "киік"), List.of("су тасқыны", "сел")));

        Logins.editor()
                .get(ALL + "?total=true")
                .then()
                .statusCode(200)
                .body("items.locale", contains("ru", "kk", "en"))
                .body("items.version", contains(0, 1, 0))
                .body("items.groupCount", contains(0, 2, 0))
                .body("items.updatedBy", contains(nullValue(), equalTo("an-editor"), nullValue()))
                .body("page.total", equalTo(3))
                .body("page.next", nullValue());
    }

    @Test
    void the_list_is_paged_like_every_other() {
        String next =
                Logins.editor()
                        .get(ALL + "?limit=2")
                        .then()
                        .body("items.locale", contains("ru", "kk"))
                        .extract()
                        .path("page.next");

        String prev =
                Logins.editor()
                        .queryParam("cursor", next)
                        .get(ALL + "?limit=2")
                        .then()
                        .body("items.locale", contains("en"))
                        .body("page.next", nullValue())
                        .extract()
                        .path("page.prev");

        Logins.editor()
                .queryParam("cursor", prev)
                .get(ALL + "?limit=2")
                .then()
                .body("items.locale", contains("ru", "kk"))
                .body("page.prev", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "RU", "ru-RU"})
    void a_locale_that_is_not_configured_is_not_found(String locale) {
        read(locale).statusCode(404).body("code", equalTo("NOT_FOUND"));
        put(locale, List.of(SAIGA)).statusCode(404);
    }

    @Test
    void a_write_needs_if_match() {
        Logins.editor()
                .contentType(JSON)
                .body(Map.of("groups", List.of(SAIGA)))
                .put(SYNONYMS, "ru")
                .then()
                .statusCode(428)
                .body("code", equalTo("PRECONDITION_REQUIRED"))
                .header("ETag", equalTo("\"0\""));

        read("ru").body("version", equalTo(0)).body("updatedAt", nullValue());
        assertThat(lines(), empty());
    }

    @Test
    void the_first_write_may_name_the_version_of_none() {
        String none = read("ru").extract().header("ETag");

        put("ru", none, Map.of("groups", List.of(SAIGA)))
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void a_write_against_an_older_version_is_refused() {
        put("ru", List.of(SAIGA));

        put("ru", "\"0\"", Map.of("groups", List.of(FLOOD)))
                .statusCode(412)
                .body("code", equalTo("STALE_VERSION"))
                .header("ETag", equalTo("\"1\""));

        read("ru").body("groups", contains(SAIGA));
    }

    @Test
    void of_several_first_writers_one_wins_and_the_others_are_told() throws Exception {
        String token = Logins.token("an-editor", Role.EDITOR);

        List<Integer> statuses =
                Parallel.times(
                        4,
                        n ->
                                RestAssured.given()
                                        .header("Authorization", "Bearer " + token)
                                        .contentType(JSON)
                                        .header("If-Match", "\"0\"")
                                        .body(Map.of("groups", List.of(SAIGA)))
                                        .put(SYNONYMS, "ru")
                                        .statusCode());

        assertThat(statuses, containsInAnyOrder(200, 412, 412, 412));
        assertThat(lines(), hasSize(1));
    }

    @Test
    void writers_who_take_any_version_follow_each_other_in_version_and_in_time() throws Exception {
        String token = Logins.token("an-editor", Role.EDITOR);

        List<JsonPath> written =
                Parallel.times(
                        8,
                        n ->
                                RestAssured.given()
                                        .header("Authorization", "Bearer " + token)
                                        .contentType(JSON)
                                        .header("If-Match", "*")
                                        .body(Map.of("groups", List.of(SAIGA, FLOOD)))
                                        .put(SYNONYMS, "ru")
                                        .then()
                                        .statusCode(200)
                                        .extract()
                                        .jsonPath());

        Map<Long, Instant> times = new TreeMap<>();
        written.forEach(
                it -> times.put(it.getLong("version"), Instant.parse(it.getString("updatedAt"))));
        assertThat(times.keySet(), contains(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L));
        assertThat(List.copyOf(times.values()), equalTo(times.values().stream().sorted().toList()));
        read("ru").body("version", equalTo(8));
    }

    @Test
    void spaces_are_tidied_and_unicode_is_composed() {
        putOne("  и\u0306од ", "соль\u00a0 \t с\nи\u0306одом", "Ёлка")
                .body("groups[1]", contains("йод", "соль с йодом", "Ёлка"));
    }

    @Test
    void the_same_entry_may_stand_in_several_groups() {
        put(
                        "ru",
                        List.of(
                                List.of("ключ", "родник"),
                                List.of("ключ", "отмычка"),
                                List.of("ключ", "отмычка")))
                .statusCode(200)
                .body("groups", hasSize(3));
    }

    @ParameterizedTest
    @CsvSource({
        "сайгак, сайгак",
        "сайгак, САЙГАК",
        "ёлка, Елка",
        "ЁЛКА, елка",
        "степная антилопа, Степная   антилопа",
        "'йод', 'и\u0306од'",
        "CAFÉ, cafe\u0301",
    })
    void an_entry_stands_once_in_its_group(String first, String again) {
        refuses(putOne(first, "иное", again), "/groups/1/2", "REPEATED");
    }

    @Test
    void names_the_entry_that_is_repeated_and_the_first_one() {
        put("ru", List.of(SAIGA, FLOOD, SAIGA, List.of("снег", "Снег", "СНЕГ")))
                .statusCode(422)
                .body("errors.pointer", contains("/groups/3/1", "/groups/3/2"))
                .body("errors[0].detail", containsString("/groups/3/0"));
    }

    @Test
    void short_i_and_kazakh_letters_are_letters_of_their_own() {
        putOne("бай", "баи").statusCode(200);
        putOne("қаз", "каз").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 21})
    void refuses_a_group_of_another_size(int size) {
        List<String> group = IntStream.range(0, size).mapToObj(n -> "слово" + n).toList();

        refuses(put("ru", List.of(SAIGA, group)), "/groups/1", "SIZE");
    }

    @Test
    void takes_groups_of_twenty_and_entries_of_a_hundred_characters_and_five_words() {
        put("ru", List.of(IntStream.range(0, 20).mapToObj(n -> "слово" + n).toList()))
                .statusCode(200);
        putOne("𐐨".repeat(100), "раз два три четыре пять").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u00a0\u2003"})
    void refuses_a_blank_entry(String entry) {
        refuses(putOne("слово", entry), "/groups/1/1", "NOT_BLANK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"—", "+ +", "\u200b"})
    void refuses_an_entry_without_a_word(String entry) {
        refuses(putOne("слово", entry), "/groups/1/1", "NO_WORD");
    }

    @Test
    void refuses_an_entry_that_is_too_long() {
        refuses(putOne("слово", "с".repeat(101)), "/groups/1/1", "CODE_POINT_LENGTH");
        refuses(putOne("слово", "раз два три четыре пять шесть"), "/groups/1/1", "TOO_MANY_WORDS");
    }

    @Test
    void takes_two_thousand_groups_and_no_more() {
        List<List<String>> groups =
                IntStream.range(0, 2000).mapToObj(n -> List.of("слово" + n, "слова" + n)).toList();

        put("ru", groups).statusCode(200).body("groups", hasSize(2000));
        refuses(put("ru", Collections.nCopies(2001, SAIGA)), "/groups", "SIZE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422 | /groups",
                "{\"groups\": null} | 422 | /groups",
                "{\"groups\": [null]} | 422 | /groups/0",
                "{\"groups\": [[\"а\", null]]} | 422 | /groups/0/1",
                "{\"groups\": [[\"а\", 1]]} | 400 | /groups/0/1",
                "{\"groups\": [\"а\"]} | 400 | /groups/0",
                "{\"groups\": [], \"locale\": \"ru\"} | 400 | /locale",
            })
    void tells_where_a_body_is_wrong(String body, int status, String pointer) {
        put("ru", "*", body).statusCode(status).body("errors[0].pointer", equalTo(pointer));
        read("ru").body("version", equalTo(0));
    }

    @Test
    void every_write_is_a_line_of_the_change_log_with_one_id_a_locale() {
        put("ru", List.of(SAIGA));
        put("ru", List.of(FLOOD));
        putOne("снег", "снег").statusCode(422);
        put("kk", List.of(List.of("ақбөкен", "киік")));

        List<Change> lines = lines();
        assertThat(
                lines.stream()
                        .map(line -> line.kind + " " + line.locale + " " + line.what)
                        .toList(),
                contains("SYNONYMS ru updated", "SYNONYMS ru updated", "SYNONYMS kk updated"));
        assertThat(
                lines.stream().map(line -> line.id).distinct().toList(),
                contains(lines.get(0).id, lines.get(2).id));
    }

    @Test
    void the_search_reads_the_groups_of_a_locale() {
        put("ru", List.of(SAIGA, FLOOD));

        assertThat(seenByTheSearch("ru"), equalTo(List.of(SAIGA, FLOOD)));
        assertThat(seenByTheSearch("en"), empty());
        assertThat(seenByTheSearch("de"), empty());
    }

    @Test
    void a_write_is_audited() {
        put("ru", List.of(SAIGA));

        Logins.admin()
                .get("/api/v1/audit?action=SynonymsResource_replace")
                .then()
                .body("items.actor", contains("an-editor"))
                .body("items.resourceKind", contains("synonyms"))
                .body("items.resourceId", contains("ru"));
    }

    @Test
    void selects_members() {
        Logins.editor()
                .get(SYNONYMS + "?fields=locale,version", "ru")
                .then()
                .statusCode(200)
                .body("keySet()", containsInAnyOrder("locale", "version"));
    }

    @Test
    void only_editors_see_and_write_them() {
        given().get(ALL).then().statusCode(401);
        given().get(SYNONYMS, "de").then().statusCode(401);
        Logins.author().get(SYNONYMS, "ru").then().statusCode(403);
        Logins.privacyOfficer()
                .contentType(JSON)
                .header("If-Match", "*")
                .body(Map.of("groups", List.of(SAIGA)))
                .put(SYNONYMS, "ru")
                .then()
                .statusCode(403);
        Logins.admin().get(SYNONYMS, "ru").then().statusCode(200);
    }
}
