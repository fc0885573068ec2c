package dev.vestnik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BlockTest {

    private static final String[] ELEMENTS = {
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "ul",
        "ol",
        "li",
        "blockquote",
        "figure",
        "figcaption",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "td",
        "th",
        "pre",
        "b",
        "i",
        "a",
        "q",
        "cite",
        "sub",
        "code",
        "span",
        "section",
        "dl",
        "dt",
        "dd",
        "del",
        "svg",
        "select",
        "option",
        "form",
        "noscript",
        "template",
        "center"
    };
    private static final String[] LEAVES = {
        "<br>",
        "<hr>",
        "<img src=/i>",
        "слово ",
        " ",
        "\n\n",
        "&nbsp;",
        "&lt;b&gt;",
        "😀",
        "<!-- c -->",
        "<iframe src='https://rutube.ru/play/embed/1/'></iframe>"
    };

    @Test
    void reads_every_kind_of_block() {
        assertEquals(
                List.of(
                        new Block.Heading(2, "tema", "Тема"),
                        new Block.Paragraph("a <b>b</b>", "a b"),
                        new Block.ItemList(true, List.of("<i>x</i>", "y")),
                        new Block.Quote("<p>said</p>", "said", "Who"),
                        new Block.Image("/a.jpg", "A", "Cap", 10, 20),
                        new Block.Image("/b.jpg", null, null, null, null),
                        new Block.Embed("https://www.youtube.com/embed/a", "youtube"),
                        new Block.Table(List.of("H"), List.of(List.of("<b>1</b>")), "C"),
                        new Block.Paragraph("<pre>x\n y</pre>", "x y")),
                blocks(
                        """
                        <h2>Тема</h2><p>a <b>b</b></p><ol><li><i>x</i></li><li>y</li></ol>
                        <blockquote><p>said</p><p>— <cite>Who</cite></p></blockquote>
                        <figure><img src="/a.jpg" alt="A" width="10" height="20"><figcaption>Cap</figcaption></figure>
                        <p><img src="/b.jpg"></p><hr><iframe src="https://www.youtube.com/embed/a"></iframe>
                        <table><caption>C</caption><tr><th>H</th></tr><tr><td><b>1</b></td></tr></table>
                        <pre>x
                         y</pre>\
                        """));
    }

    @Test
    void survives_json() throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        RenderedBody body =
                RenderedBody.of(
                        BodyFormat.HTML,
                        """
                        <h2>A</h2><p>b</p><ul><li>c</li></ul><blockquote>d</blockquote><img src="/e">
                        <iframe src="https://player.vimeo.com/video/1"></iframe><table><tr><td>f</td></tr></table>\
                        """);
        assertEquals(body, json.readValue(json.writeValueAsString(body), RenderedBody.class));
        assertEquals(
                List.of("heading", "paragraph", "list", "quote", "image", "embed", "table"),
                json.valueToTree(body).get("blocks").findValuesAsText("type"));
        assertEquals("\"markdown\"", json.writeValueAsString(BodyFormat.MARKDOWN));
        assertEquals(BodyFormat.HTML, json.readValue("\"html\"", BodyFormat.class));
    }

    /// Any body: rendering its own output changes nothing, and blocks have all its words in their
    /// order.
    @Test
    void loses_no_word_of_any_body() {
        for (int seed = 0; seed < 5_000; seed++) {
            String given = anyHtml(new Random(seed));
            RenderedBody once = RenderedBody.of(BodyFormat.HTML, given);
            RenderedBody twice = RenderedBody.of(BodyFormat.HTML, once.html());
            assertEquals(once.html(), twice.html(), given);
            assertEquals(once.blocks(), twice.blocks(), given);
            assertEquals(List.of(), twice.removed(), given);
            String words =
                    once.blocks().stream()
                            .flatMap(BlockTest::texts)
                            .collect(Collectors.joining(" "));
            assertEquals(folded(once.text()), folded(words), given);
        }
    }

    private static Stream<String> texts(Block block) {
        if (block instanceof Block.Heading heading) {
            return Stream.of(heading.text());
        } else if (block instanceof Block.Paragraph paragraph) {
            assertEquals(folded(paragraph.text()), folded(PlainText.ofHtml(paragraph.html())));
            return Stream.of(paragraph.text());
        } else if (block instanceof Block.ItemList list) {
            return list.items().stream().map(PlainText::ofHtml);
        } else if (block instanceof Block.Quote quote) {
            return Stream.of(
                    PlainText.ofHtml(quote.html()), quote.cite() == null ? "" : quote.cite());
        } else if (block instanceof Block.Image image) {
            return Stream.ofNullable(image.caption());
        } else if (block instanceof Block.Table table) {
            Stream<String> cells =
                    table.rows().stream().flatMap(List::stream).map(PlainText::ofHtml);
            return Stream.of(Stream.ofNullable(table.caption()), table.header().stream(), cells)
                    .flatMap(s -> s);
        }
        return Stream.of();
    }

    private static String anyHtml(Random random) {
        StringBuilder html = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        for (int i = 0; i < 3 + random.nextInt(9); i++) {
            int kind = random.nextInt(10);
            if (kind < 4) {
                open.push(ELEMENTS[random.nextInt(ELEMENTS.length)]);
                html.append('<')
                        .append(open.peek())
                        .append(open.peek().equals("a") ? " href=/x>" : ">");
            } else if (kind < 6 && !open.isEmpty()) {
                html.append("</").append(open.pop()).append('>');
            } else {
                html.append(LEAVES[random.nextInt(LEAVES.length)]);
            }
            html.append(random.nextBoolean() ? "w" + i + " " : "");
        }
        return html.toString();
    }

    private static String folded(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static List<Block> blocks(String html) {
        return RenderedBody.of(BodyFormat.HTML, html).blocks();
    }
}
