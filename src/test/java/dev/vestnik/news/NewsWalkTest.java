package dev.vestnik.news;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.vestnik.access.Logins;
import dev.vestnik.access.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NewsWalkTest {

    private static final String NEWS = "/api/v1/news";
    private static final int AT_THE_START = 60;
    private static final Instant FIRST = Instant.parse("2026-01-01T08:00:00Z");

    /// Publishes items among, before and after those that are there, until it is told to stop.
    private static int writeWhile(AtomicBoolean reading, AtomicInteger written, String token) {
        while (reading.get()) {
            int n = written.get();
            Map<String, Object> when =
                    n % 2 == 0
                            ? Map.of()
                            : Map.of("at", FIRST.plusSeconds(n % AT_THE_START).toString());
            String id =
                    as(token)
                            .body(aNewsItem().titled("Новое " + n).input())
                            .post(NEWS)
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");
            as(token).body(when).post(NEWS + "/{id}/publish", id).then().statusCode(200);
            written.incrementAndGet();
        }
        return written.get();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(JSON);
    }

    private static List<String> walk(String sort, AtomicInteger written) {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            int before = written.get();
            JsonPath page =
                    given().queryParams("limit", 5, "sort", sort)
                            .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                            .get(NEWS)
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("page.next");
            while (cursor != null && seen.size() < AT_THE_START && written.get() == before) {
                Thread.onSpinWait();
            }
        } while (cursor != null);
        return seen;
    }

    @ParameterizedTest
    @ValueSource(strings = {"-publishedAt", "publishedAt", "title"})
    void a_reader_sees_what_was_there_at_the_start_exactly_once(String sort) throws Exception {
        Set<String> there = new HashSet<>();
        for (int n = 0; n < AT_THE_START; n++) {
            there.add(
                    aNewsItem()
                            .titled("Прежнее " + n)
                            .publishedAt(FIRST.plusSeconds(n).toString())
                            .exists());
        }
        String token = Logins.token("an-editor", Role.EDITOR);
        AtomicBoolean reading = new AtomicBoolean(true);
        AtomicInteger written = new AtomicInteger();
        CompletableFuture<Integer> writer =
                CompletableFuture.supplyAsync(() -> writeWhile(reading, written, token));

        List<String> seen = new ArrayList<>();
        try {
            seen.addAll(walk(sort, written));
        } finally {
            reading.set(false);
        }

        assertThat(writer.get(), greaterThan(5));
        assertThat("no item twice", new HashSet<>(seen).size(), equalTo(seen.size()));
        seen.retainAll(there);
        assertThat(new HashSet<>(seen), equalTo(there));
    }
}
