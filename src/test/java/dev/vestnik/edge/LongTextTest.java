package dev.vestnik.edge;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Long texts are written as Jackson writes texts.
class LongTextTest {

    private static final JsonMapper JSON = new JsonMapper();

    private record Plain(String text) {}

    private record Quick(@JsonSerialize(using = LongText.class) String text) {}

    private static void assertWrittenAlike(String text) throws JsonProcessingException {
        String plain = new String(JSON.writeValueAsBytes(new Plain(text)), StandardCharsets.UTF_8);
        String quick = new String(JSON.writeValueAsBytes(new Quick(text)), StandardCharsets.UTF_8);

        assertThat(quick, is(plain));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Поголовье сайгака — 4,1 млн; цена 100 ₸…",
                "Қазақстан: ә ғ қ ң ө ұ ү һ і",
                "<a href=\"/a\\b\">\r\n\tи дальше</a>",
                "\u0001\b\f\u001f\u007f",
                "📰 и текст",
                "половина \ud83d",
                "\u07ff\u0800\ud7ff\ue000\uffff\u2028"
            })
    void is_written_with_the_same_escapes(String text) throws JsonProcessingException {
        assertWrittenAlike(text);
    }

    @Test
    void any_text_is_written_so() throws JsonProcessingException {
        Random random = new Random(20251210);
        int[] alphabets = {0x80, 0x500, 0xd800, 0x20000};
        for (int i = 0; i < 2_000; i++) {
            int alphabet = alphabets[i % alphabets.length];
            String text =
                    random.ints(random.nextInt(300), 0, alphabet)
                            .filter(c -> c < 0xd800 || c > 0xdfff)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();

            assertWrittenAlike(text);
        }
    }

    @Test
    void a_tree_has_the_text_too() {
        assertThat(JSON.valueToTree(new Quick("«Да»")).path("text").asText(), is("«Да»"));
    }
}
