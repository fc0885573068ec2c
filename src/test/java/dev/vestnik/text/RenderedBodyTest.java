package dev.vestnik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderedBodyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    <p>a = b @ c 😀 {{x}}</p>                  | <p>a = b @ c 😀 {{x}}</p>
                    <p>a &lt;b&gt; &amp; c</p>                 | <p>a &lt;b&gt; &amp; c</p>
                    <h1>Тема</h1>                              | <h2 id="tema">Тема</h2>
                    <h2 id="x">Тема</h2><h3>Тема</h3>          | <h2 id="tema">Тема</h2><h3 id="tema-2">Тема</h3>
                    <h6>A</h6>                                 | <h4 id="a">A</h4>
                    <h2> </h2><p></p><p>&nbsp;</p><b></b>      | <p>.</p>
                    <div>a</div><section><p>b</p>c</section>   | <p>a</p><p>b</p><p>c</p>
                    <b><p>a</p><p>b</p></b>                    | <p>a</p><p>b</p>
                    <p> a   <i> b</i> </p>                     | <p>a <i>b</i></p>
                    <b>a<b>b</b></b>                           | <p><b>ab</b></p>
                    <ul><li>a<ul><li>b</ul></ul>               | <ul><li>a<ul><li>b</li></ul></li></ul>
                    <li>1 <p>x</p></li>                        | <ul><li>1<p>x</p></li></ul>
                    <table>s<tr><td>1<td>2</table>   | <p>s</p><table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>
                    <a href="https://e.com/?a=b&c">x</a>       | <p><a href="https://e.com/?a=b&amp;c" rel="noopener">x</a></p>
                    <a href="/x" rel="x" target="_blank">x</a> | <p><a href="/x">x</a></p>
                    <a href="#x">x</a>                         | <p><a href="#x">x</a></p>
                    <a href="mailto:a@b.kz">x</a>              | <p><a href="mailto:a@b.kz">x</a></p>
                    <a href="tel:+77270000000">x</a>           | <p><a href="tel:+77270000000">x</a></p>
                    <a href="//e.com">x</a>                    | <p>x</p>
                    <a href="/\\e.com">x</a>                   | <p>x</p>
                    <a href="/&#9;/e.com">x</a>                | <p><a href="/%09/e.com">x</a></p>
                    <a href="ftp://e.com">x</a>                | <p>x</p>
                    <img src="//e.com/a.png">                  | <p>.</p>
                    <p onclick="x" style="y" class="z">a</p>   | <p>a</p>
                    <del>a</del><ins>b</ins>                   | <p><s>a</s><u>b</u></p>
                    <ol start="5"><li>a</ol>                   | <ol start="5"><li>a</li></ol>
                    """)
    void lays_html_out(String given, String html) {
        String expected = html.equals("<p>.</p>") ? "" : html;
        assertEquals(expected, html(given));
        assertEquals(expected, html(expected));
    }

    @Test
    void strips_what_reorders_text_but_keeps_soft_hyphens() {
        assertEquals("<p>abc\u00add</p>", html("<p>a\u202eb&#x2066;c\u00ad\u200bd</p>"));
    }

    @Test
    void makes_paragraphs_of_plain_text() {
        assertEquals("<p>a b</p><p>c &lt; d</p>", html("a\nb\r\n\r\nc < d\n \n\n"));
    }

    @Test
    void keeps_the_lines_of_preformatted_text() {
        assertEquals("<pre>  a\n  b</pre>", html("<pre>\n\n  a\n  b\n</pre>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.youtube.com/embed/dQw4w9WgXcQ", "https://youtube.com/embed/a?start=3",
                "https://www.youtube-nocookie.com/embed/a-_b",
                        "https://player.vimeo.com/video/12345",
                "https://rutube.ru/play/embed/0a1b/"
            })
    void embeds_players_of_known_providers(String url) {
        assertEquals(
                "<iframe src=\"" + url + "\"></iframe>",
                html("<iframe width=5 src='" + url + "'>x</iframe>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.youtube.com/embed/a",
                "//www.youtube.com/embed/a",
                "https://www.youtube.com/watch?v=a",
                "https://evil.com/embed/a",
                "https://youtube.com.evil.com/embed/a",
                "https://youtube.com@evil.com/embed/a",
                "https://youtube.com:81/embed/a",
                "https://rutube.ru/play/embed/../../x",
                "javascript:alert(1)"
            })
    void embeds_nothing_else(String url) {
        RenderedBody body =
                RenderedBody.of(BodyFormat.HTML, "<p>a</p><iframe src='" + url + "'></iframe>");
        assertEquals("<p>a</p>", body.html());
        assertEquals(List.of("iframe"), body.removed());
    }

    @Test
    void renders_markdown_with_tables_and_cleans_the_html_in_it() {
        RenderedBody body =
                RenderedBody.of(
                        BodyFormat.MARKDOWN,
                        """
                        # Тема

                        Текст с **жирным** и [ссылкой](javascript:alert(1)).<script>x</script>

                        | a | b |
                        |---|---|
                        | 1 | 2 |
                        """);
        assertEquals(
                "<h2 id=\"tema\">Тема</h2><p>Текст с <strong>жирным</strong> и ссылкой.</p>"
                        + "<table><thead><tr><th>a</th><th>b</th></tr></thead>"
                        + "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
                body.html());
        assertEquals(List.of("a[href]", "script"), body.removed());
        assertEquals("Тема\n\nТекст с жирным и ссылкой.\n\na b\n1 2", body.text());
        assertEquals(List.of(new TocEntry(2, "tema", "Тема")), body.toc());
    }

    @Test
    void names_what_it_took_away_once_each() {
        RenderedBody body =
                RenderedBody.of(
                        BodyFormat.HTML,
                        "<script>x</script><img src=/a onerror=x><img src=/b onerror=y><a href='javascript:x'>z</a>");
        assertEquals(List.of("script", "img[onerror]", "a[href]"), body.removed());
    }

    @Test
    void names_at_most_twenty() {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            html.append("<p a").append(i).append("=x>y");
        }
        assertEquals(20, RenderedBody.of(BodyFormat.HTML, html.toString()).removed().size());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "180, 1", "181, 2", "360, 2", "361, 3"})
    void counts_reading_minutes(int words, int minutes) {
        RenderedBody body =
                RenderedBody.of(BodyFormat.HTML, "<p>" + "слово — ".repeat(words) + "</p>");
        assertEquals(minutes, body.readingMinutes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<b>",
                "<section>",
                "<blockquote>",
                "<p><b>",
                "<b><p>x",
                "<table><tr><td>",
                "<ul><li>",
                "<span>",
                "<br>",
                "<h2>a</h2>",
                "<a href=/x>",
                "<p title=\"",
                "<",
                "&",
                "<!--",
                "x\n\n",
                "</p>",
                "<svg>",
                "<i><b><u>x"
            })
    void is_quick_with_hostile_html(String piece) {
        String hostile = piece.repeat(200_000 / piece.length());
        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> RenderedBody.of(BodyFormat.HTML, hostile));
    }

    @Test
    void is_quick_with_a_tag_of_many_attributes() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> RenderedBody.of(BodyFormat.HTML, "<p " + "a=b ".repeat(50_000) + ">x</p>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                "- ",
                "[",
                "![",
                "*a **b ",
                "*_",
                "](",
                "[a](",
                "`a",
                "|a\n|-\n",
                "# a\n",
                "<b>"
            })
    void is_quick_with_hostile_markdown(String piece) {
        String hostile = piece.repeat(200_000 / piece.length());
        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> RenderedBody.of(BodyFormat.MARKDOWN, hostile));
    }

    @Test
    void has_nothing_to_say_about_an_empty_body() {
        assertEquals(
                new RenderedBody("", List.of(), "", List.of(), 0, List.of()),
                RenderedBody.of(BodyFormat.HTML, " \n "));
        assertTrue(RenderedBody.of(BodyFormat.MARKDOWN, "").blocks().isEmpty());
    }

    private static String html(String content) {
        return RenderedBody.of(BodyFormat.HTML, content).html();
    }
}
