package dev.vestnik.demo;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The notice that a newcomer finds: it asks in three languages, and refusing is as easy as
/// accepting.
@QuarkusTest
class DemonstrationNoticeTest {

    private static final String CURRENT = "/api/v1/consent/notices/cookies/current";

    @BeforeEach
    void the_newsroom_is_open() {
        OpenDemonstration.now();
    }

    @ParameterizedTest
    @CsvSource({
        "ru, Ваш выбор, Принять все, Отклонить все, Настроить, Отозвать согласие, Реклама, подобранную",
        "kk, Сіздің таңдауыңыз, Бәрін қабылдау, Бәрінен бас тарту, Баптау, Келісімді қайтарып алу, Жарнама, таңдалған",
        "en, Your choice, Accept all, Reject all, Settings, Withdraw consent, Advertisements, chosen"
    })
    void it_asks_in_each_language(
            String locale,
            String title,
            String accept,
            String reject,
            String settings,
            String withdraw,
            String marketing,
            String described) {
        given().queryParam("locale", locale)
                .get(CURRENT)
                .then()
                .statusCode(200)
                .body("mode", equalTo("OPT_IN"))
                .body("locale", equalTo(locale))
                .body("title", equalTo(title))
                .body("labels.acceptAll", equalTo(accept))
                .body("labels.rejectAll", equalTo(reject))
                .body("labels.settings", equalTo(settings))
                .body("labels.withdraw", equalTo(withdraw))
                .body("purposes.code", contains("necessary", "analytics", "marketing"))
                .body("purposes[2].name", equalTo(marketing))
                .body("purposes[2].description", containsString(described))
                .body("purposes[2].vendors.policyUrl", everyItem(matchesPattern("https://.+")))
                .body("purposes[1].vendors", hasSize(1))
                .body("purposes[0].vendors", hasSize(0));
    }

    @Test
    void nothing_in_one_language_is_left_over_from_another() {
        Set<String> said = new HashSet<>();
        int texts = 0;
        for (String locale : List.of("ru", "kk", "en")) {
            var notice = given().queryParam("locale", locale).get(CURRENT).then().extract();
            Map<String, String> labels = notice.path("labels");
            List<String> descriptions = notice.path("purposes.description");
            said.addAll(labels.values());
            said.addAll(descriptions);
            said.add(notice.path("title"));
            said.add(notice.path("body"));
            texts += labels.size() + descriptions.size() + 2;
        }

        assertThat(said, hasSize(texts));
    }
}
