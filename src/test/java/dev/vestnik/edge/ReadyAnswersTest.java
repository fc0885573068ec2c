package dev.vestnik.edge;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.vestnik.edge.ResponseCache.Spelling;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the response cache keeps, and for how long.
class ReadyAnswersTest {

    private static final int MOST = 1_000_000;

    private final ResponseCache cache =
            new ResponseCache(
                    new CacheSettings() {
                        @Override
                        public boolean enabled() {
                            return true;
                        }

                        @Override
                        public MemorySize maxSize() {
                            return new MemorySize(BigInteger.valueOf(MOST));
                        }

                        @Override
                        public List<String> paths() {
                            return List.of("/");
                        }
                    });

    private static ReadyAnswer answer(String address, int length, String... dependencies) {
        return new ReadyAnswer(
                address,
                Set.of(dependencies),
                null,
                new ReadyAnswer.Form("\"1\"", Map.of(), Map.of(), new byte[length]),
                null,
                false);
    }

    private boolean keep(String address, long epoch, String... dependencies) {
        return cache.keep(
                answer(address, 1000, dependencies), epoch, new Spelling(address, null), address);
    }

    private ReadyAnswer found(String address) {
        return cache.find(new Spelling(address, null));
    }

    @Test
    void its_bytes_are_bounded() {
        for (int n = 0; n < 5000; n++) {
            keep("/" + n, cache.epoch(), "news");
        }

        assertThat(cache.weight(), lessThanOrEqualTo((long) MOST));
        assertThat(cache.weight(), greaterThan(MOST / 2L));
    }

    @Test
    void what_is_forgotten_is_what_depends_on_the_key() {
        keep("/a", cache.epoch(), "one", "two");
        keep("/b", cache.epoch(), "two");
        keep("/c", cache.epoch(), "three");

        cache.forget(Set.of("one", "three", "four"));

        assertThat(found("/a"), nullValue());
        assertThat(found("/b"), notNullValue());
        assertThat(found("/c"), nullValue());
    }

    @Test
    void what_took_the_place_of_another_answer_depends_on_its_own_keys() {
        keep("/a", cache.epoch(), "one");
        keep("/a", cache.epoch(), "two");

        cache.forget(Set.of("one"));
        assertThat(found("/a"), notNullValue());
        cache.forget(Set.of("two"));
        assertThat(found("/a"), nullValue());
    }

    @Test
    void what_was_begun_before_a_change_is_not_kept() {
        long began = cache.epoch();
        cache.beginEpoch();

        assertThat(keep("/a", began, "one"), is(false));
        assertThat(found("/a"), nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "/a?b=1&a=2, /a?a=2&b=1",
        "/a?tag=y&b=1&tag=x, /a?b=1&tag=y&tag=x",
        "/a/b-c_d.xml, /a/b-c_d.xml",
        "/a?b=%D0%B0, /a?b=%D0%B0"
    })
    void parameters_are_put_in_order(String asked, String key) {
        assertThat(CacheKey.of(asked), equalTo(key));
    }

    @ParameterizedTest
    @CsvSource({
        "//a",
        "/a//b",
        "/a/../b",
        "/a/./b",
        "/a/..",
        "/a;b=c",
        "/a%2Fb",
        "/a\\b",
        "http://evil.example/a",
        "/a?",
        "/a?&b=1",
        "/a?b",
        "/a?=1",
        "/a?b=1#c",
        "/a?%62=1",
        "/a?b;c=1",
        "*"
    })
    void an_address_that_can_be_taken_in_two_ways_is_not_kept(String asked) {
        assertThat(CacheKey.of(asked), nullValue());
    }
}
