package dev.vestnik.search;

import static dev.vestnik.search.Searches.about;
import static dev.vestnik.search.Searches.found;
import static dev.vestnik.search.Searches.search;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.vestnik.access.Logins;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What readers find by words that editors have said to mean the same.
@QuarkusTest
class SynonymSearchTest {

    @BeforeEach
    void begin_with_an_empty_index() {
        Searches.catchUp();
    }

    @Test
    void finds_what_is_called_otherwise_without_a_new_index() {
        about("Защита сайги").exists();
        found("сайгаки");

        synonyms("ru", List.of("сайгак", "сайга"));

        search(Map.of("q", "сайгаками", "highlight", true))
                .body("items.title", contains("Защита сайги"))
                .body("items[0].highlights.title", equalTo("Защита <mark>сайги</mark>"));
        found("-сайгак защита", "Защита сайги");
    }

    @Test
    void what_was_typed_goes_before_what_means_the_same() {
        about("Защита сайги").with("slug", "sayga").exists();
        about("Защита сайгака").with("slug", "saygak").exists();
        synonyms("ru", List.of("сайгак", "сайга"));

        search(Map.of("q", "сайгак")).body("items.slug", contains("saygak", "sayga"));
        search(Map.of("q", "сайга")).body("items.slug", contains("sayga", "saygak"));
    }

    @Test
    void an_entry_may_have_several_words_on_either_side() {
        about("Встреча в ООН").exists();
        about("Встреча в Организации Объединённых Наций").exists();
        about("Организация встречи").exists();
        synonyms("ru", List.of("ООН", "Организация Объединённых Наций"));

        found("оон", "Встреча в ООН", "Встреча в Организации Объединённых Наций");
        found(
                "организацией объединенных наций",
                "Встреча в ООН",
                "Встреча в Организации Объединённых Наций");
        found(
                "встреча организация",
                "Встреча в Организации Объединённых Наций",
                "Организация встречи");
    }

    @Test
    void stand_for_each_alternative() {
        about("Защита сайги").exists();
        about("Защита кулана").exists();
        synonyms("ru", List.of("сайгак", "сайга"));

        found("защита сайгак|кулан", "Защита сайги", "Защита кулана");
        found("\"защита сайгака\"");
    }

    @Test
    void are_those_of_the_locale() {
        about("Защита сайги").exists();
        about("Сайғақ қорғалады").in("kk").exists();
        about("Ақбөкен қорғалады").in("kk").exists();
        synonyms("kk", List.of("сайғақ", "ақбөкен"));

        search(Map.of("q", "ақбөкендер", "locale", "kk")).body("items.size()", equalTo(2));
        search(Map.of("q", "ақбөкендер")).body("items.size()", equalTo(2));
        search(Map.of("q", "ақбөкен", "locale", "ru")).body("items", empty());
    }

    @Test
    void end_when_editors_take_them_away() {
        about("Защита сайги").exists();
        synonyms("ru", List.of("сайгак", "сайга"));
        found("сайгак", "Защита сайги");

        synonyms("ru");

        found("сайгак");
    }

    @SafeVarargs
    private static void synonyms(String locale, List<String>... groups) {
        Logins.editor()
                .contentType(JSON)
                .header("If-Match", "*")
                .body(Map.of("groups", List.of(groups)))
                .put("/api/v1/synonyms/{locale}", locale)
                .then()
                .statusCode(200);
    }
}
