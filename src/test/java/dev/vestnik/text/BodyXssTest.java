package dev.vestnik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is sent, only allowed elements, attributes and addresses come back, and nothing more at
/// a second pass.
class BodyXssTest {

    private static final Set<String> HEADINGS = Set.of("h2", "h3", "h4");

    private static final String[] TAGS = {
        "a",
        "abbr",
        "audio",
        "b",
        "base",
        "body",
        "button",
        "details",
        "div",
        "embed",
        "figure",
        "form",
        "frameset",
        "h2",
        "iframe",
        "img",
        "image",
        "input",
        "isindex",
        "link",
        "math",
        "marquee",
        "meta",
        "object",
        "p",
        "svg",
        "table",
        "td",
        "template",
        "textarea",
        "time",
        "video",
        "x-custom",
        "xss"
    };
    private static final String[] HANDLERS = {
        "onerror=alert(1)",
        "onload='alert(1)'",
        "ONCLICK=\"alert(1)\"",
        "on\u0000click=alert(1)",
        "/onfocus=alert(1) autofocus",
        "style='background:url(javascript:alert(1))'",
        "srcdoc='<script>x</script>'"
    };
    private static final String[] ADDRESSES = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "java\u0000script:alert(1)",
        "\u0001javascript:alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A;avascript:alert(1)",
        "&#0000106avascript:alert(1)",
        "javascript&colon;alert(1)",
        "javascript&#58;alert(1)",
        "java&Tab;script:alert(1)",
        "java&NewLine;script:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "data:text/html;base64,PHNjcmlwdD4=",
        "data:image/svg+xml,<svg onload=alert(1)>",
        "blob:https://e.com/x",
        "file:///etc/passwd",
        "view-source:x",
        "//evil.com",
        "\\\\evil.com",
        "/\\evil.com",
        "/\t/evil.com",
        "javascript://%0aalert(1)",
        "feed:javascript:alert(1)",
        "http:javascript:alert(1)",
        "\u200bjavascript:alert(1)",
        "javascript\u202e:alert(1)",
        "ｊavascript:alert(1)"
    };
    private static final String[] MUTATIONS = {
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.com/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</script>",
        "<script\u0000>alert(1)</script>",
        "<script/x>alert(1)</script>",
        "<<script>alert(1)//<</script>",
        "<script>",
        "</script><script>alert(1)",
        "<script <b>>alert(1)</script>",
        "<img src=x onerror=alert(1)//",
        "<img src=\"x\" \"onerror=alert(1)\">",
        "<img src='x'onerror=alert(1)>",
        "<img/src=x/onerror=alert(1)>",
        "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">",
        "<svg/onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
        "<svg><animate onbegin=alert(1) attributeName=x>",
        "<svg><set attributeName=href to=javascript:alert(1)>",
        "<svg><use href='data:image/svg+xml,<svg id=x onload=alert(1)>#x'/></svg>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<svg><p><style><a title='</style><img src onerror=alert(1)>'></style></svg>",
        "<svg><desc><noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "<svg><![CDATA[><image xlink:href=x onerror=alert(1)>]]></svg>",
        "<math><a xlink:href='javascript:alert(1)'>x</a></math>",
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
        "<math><mtext><table><mglyph><style><math><img src onerror=alert(1)>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<math><annotation-xml encoding='text/html'><style><img src onerror=alert(1)></style></annotation-xml></math>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "<noembed><img src=x onerror=alert(1)>",
        "<noframes><p title='</noframes><img src onerror=alert(1)>'>",
        "<xmp><p title='</xmp><img src onerror=alert(1)>'>",
        "<textarea><p title='</textarea><img src onerror=alert(1)>'>",
        "<title><p title='</title><svg onload=alert(1)>'>",
        "<plaintext><img src onerror=alert(1)>",
        "<template><script>alert(1)</script></template>",
        "<iframe srcdoc='<script>alert(1)</script>'>",
        "<iframe><p title='</iframe><img src onerror=alert(1)>'>",
        "<iframe src='https://www.youtube.com/embed/a'><p title='</iframe><img src onerror=alert(1)>'></iframe>",
        "<style>@import 'javascript:alert(1)';</style>",
        "<style><!--</style><script>alert(1)</script>-->",
        "<link rel=stylesheet href=//evil.com/x.css>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
        "<base href='javascript:alert(1)//'>",
        "<object data='javascript:alert(1)'></object>",
        "<embed src='javascript:alert(1)'>",
        "<form action='javascript:alert(1)'><button>x</button></form>",
        "<button formaction='javascript:alert(1)'>x</button>",
        "<input onfocus=alert(1) autofocus>",
        "<select><option><img src onerror=alert(1)></select>",
        "<select><style><img src onerror=alert(1)></style>",
        "<video><source onerror=alert(1)></video>",
        "<audio src=x onerror=alert(1)>",
        "<details open ontoggle=alert(1)>",
        "<table background='javascript:alert(1)'>",
        "<table><td background='javascript:alert(1)'>",
        "<blockquote cite='javascript:alert(1)'>x</blockquote>",
        "<q cite='javascript:alert(1)'>x</q>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
        "<!-- --!><img src=x onerror=alert(1)> -->",
        "<!doctype html><script>alert(1)</script>",
        "<?xml version='1.0'?><script>alert(1)</script>",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<a href='x' href='javascript:alert(1)'>x</a>",
        "<a href=`javascript:alert(1)`>x</a>",
        "<a href=\"/x\" title=\"</a><script>alert(1)</script>\">x</a>",
        "<abbr title='\"><img src onerror=alert(1)>'>x</abbr>",
        "<img src=/x alt='\"><script>alert(1)</script>'>",
        "<img src=/x alt='` onerror=alert(1)'>",
        "<h2 id='x\" onclick=\"alert(1)'>x</h2>",
        "<p id=location name=cookie>x</p>",
        "<a id=x name=getElementById>y</a>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&amp;lt;script&amp;gt;alert(1)",
        "<b>&#60;img src onerror=alert(1)&#62;</b>",
        "\ufeff<script>alert(1)</script>",
        "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
        "<\u0000img src onerror=alert(1)>",
        "<img src=x:x onerror\u000b=alert(1)>",
        "<a href=x onclick\u000c=alert(1)>x</a>",
        "<p/<script>alert(1)</script>",
        "<div><div><div><img src onerror=alert(1)>",
        "<b><i><a href='javascript:alert(1)'><u>x",
        "<x:script>alert(1)</x:script>",
        "[x](javascript:alert(1))",
        "![x](javascript:alert(1))",
        "<javascript:alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]",
        "[x](<javascript:alert(1)>)",
        "![\"onerror=alert(1)](/x)",
        "```<img onerror=x>\n<script>\n```",
        "`<script>`",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](//evil.com)"
    };

    static Stream<String> vectors() {
        Stream<String> handlers =
                Stream.of(TAGS)
                        .flatMap(tag ->
                                Stream.of(HANDLERS)
                                        .map(handler ->
                                                "<"
                                                        + tag
                                                        + " src=/x href=/x "
                                                        + handler
                                                        + ">x</"
                                                        + tag
                                                        + ">"));
        Stream<String> addresses =
                Stream.of(ADDRESSES)
                        .flatMap(address ->
                                Stream.of(
                                        "<a href=\"" + address + "\">x</a>",
                                        "<img src='" + address + "'>",
                                        "<iframe src=\"" + address + "\"></iframe>",
                                        "<svg><a xlink:href=\"" + address + "\">x</a></svg>",
                                        "<p>a<b><a title=x href=" + address + " id=y>x"));
        return Stream.of(handlers, addresses, Stream.of(MUTATIONS)).flatMap(vector -> vector);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void lets_nothing_through(String vector) {
        for (BodyFormat format : BodyFormat.values()) {
            for (String given :
                    new String[] {
                        vector, "<p>a" + vector, vector + vector, "<table><td>" + vector
                    }) {
                assertSafe(RenderedBody.of(format, given).html());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void lets_nothing_through_when_all_come_at_once(BodyFormat format) {
        assertSafe(RenderedBody.of(format, String.join("\n\n", vectors().toList())).html());
    }

    @Test
    void has_a_corpus_worth_the_name() {
        assertTrue(vectors().distinct().count() >= 400);
    }

    private static void assertSafe(String html) {
        Element body = Jsoup.parse(html).body();
        assertEquals(0, Jsoup.parse(html).head().childNodeSize(), html);
        for (Element element : body.select("*")) {
            if (element != body) {
                assertTrue(AllowedHtml.ELEMENTS.containsKey(element.tagName()), html);
                element.attributes().forEach(attribute -> assertAllowed(element, attribute, html));
            }
        }
        assertEquals(html, RenderedBody.of(BodyFormat.HTML, html).html());
    }

    private static void assertAllowed(Element element, Attribute attribute, String html) {
        String value = attribute.getValue();
        switch (attribute.getKey()) {
            case "id" ->
                    assertTrue(HEADINGS.contains(element.tagName()) && Slugs.valid(value), html);
            case "rel" -> assertTrue(element.nameIs("a") && value.equals("noopener"), html);
            case "href" ->
                    assertTrue(
                            value.matches(
                                    "(?s)(https?://[^/\\\\].*|mailto:.+|tel:.+|/(?![/\\\\]).*|#.*)"),
                            html);
            case "src" ->
                    assertTrue(
                            element.nameIs("iframe")
                                    ? value.matches(
                                            "https://(www\\.youtube\\.com/embed|rutube\\.ru/play/embed)/.*")
                                    : value.matches("(?s)https?://[^/\\\\].*|/(?![/\\\\]).*"),
                            html);
            default ->
                    assertNotNull(
                            AllowedHtml.attribute(element.tagName(), attribute.getKey(), value),
                            html);
        }
    }
}
