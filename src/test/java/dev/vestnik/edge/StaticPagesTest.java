package dev.vestnik.edge;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StaticPagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"/demo/", "/demo/index.html", "/demo/app.js", "/demo/demo.css"})
    void the_reader_runs_nothing_but_its_own_scripts(String address) {
        when().get(address)
                .then()
                .statusCode(200)
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'none'"),
                                containsString("script-src 'self';"),
                                containsString("require-trusted-types-for 'script'"),
                                not(containsString("unsafe"))))
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY");
    }

    @Test
    void the_reader_is_found_without_its_slash() {
        given().redirects()
                .follow(false)
                .get("/demo")
                .then()
                .statusCode(308)
                .header("Location", equalTo("/demo/"));
        when().get("/demo").then().statusCode(200).contentType("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/vestnik.css", "/demo/", "/demo/app.js"})
    void pages_are_asked_for_anew_and_sent_once(String address) {
        String modified =
                when().get(address)
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", equalTo("no-cache"))
                        .extract()
                        .header("Last-Modified");

        given().header("If-Modified-Since", modified).get(address).then().statusCode(304);
    }

    @Test
    void a_newcomer_is_led_to_the_reader() {
        when().get("/").then().statusCode(200).body(containsString("href=\"/demo/\""));
    }

    @Test
    void what_the_reader_does_not_have_is_not_there() {
        when().get("/demo/no-such.js").then().statusCode(404);
    }
}
