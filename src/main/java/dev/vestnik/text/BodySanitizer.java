package dev.vestnik.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.owasp.html.AttributePolicy;
import org.owasp.html.Handler;
import org.owasp.html.HtmlChangeReporter;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamRenderer;
import org.owasp.html.PolicyFactory;

/// Takes everything out of HTML that `AllowedHtml` doesn't name. Tags that mean nearly the same as
/// an allowed one become that one; all kinds of sections become `div`, which the layout then
/// dissolves into paragraphs.
final class BodySanitizer {

    /// Tags that give way to another, by their own name.
    static final Map<String, String> RENAMED = renamed();

    private static final PolicyFactory POLICY = policy();

    private BodySanitizer() {}

    static String sanitize(String html, Removals removals) {
        StringBuilder clean = new StringBuilder(html.length() * 2);
        HtmlStreamRenderer renderer = HtmlStreamRenderer.create(clean, Handler.DO_NOTHING);
        HtmlChangeReporter<Object> reporter = new HtmlChangeReporter<>(renderer, removals, html);
        reporter.setPolicy(POLICY.apply(reporter.getWrappedRenderer()));
        HtmlSanitizer.sanitize(html, new AttributeLimit(reporter.getWrappedPolicy()));
        return clean.toString();
    }

    private static Map<String, String> renamed() {
        Map<String, String> names = new HashMap<>();
        names.putAll(Map.of("h1", "h2", "h5", "h4", "h6", "h4", "tfoot", "tbody"));
        names.putAll(Map.of("del", "s", "strike", "s", "ins", "u"));
        names.putAll(Map.of("kbd", "code", "samp", "code", "tt", "code"));
        for (String section :
                List.of(
                        "address",
                        "article",
                        "aside",
                        "center",
                        "dd",
                        "details",
                        "div",
                        "dl",
                        "dt",
                        "fieldset",
                        "footer",
                        "form",
                        "header",
                        "hgroup",
                        "legend",
                        "main",
                        "nav",
                        "section",
                        "summary")) {
            names.put(section, "div");
        }
        return Map.copyOf(names);
    }

    private static PolicyFactory policy() {
        HtmlPolicyBuilder builder =
                new HtmlPolicyBuilder()
                        .allowUrlProtocols("http", "https", "mailto", "tel")
                        .allowWithoutAttributes("a", "img");
        AllowedHtml.ELEMENTS.forEach((element, attributes) -> {
            builder.allowElements(element);
            AttributePolicy kept = AllowedHtml::attribute;
            attributes.forEach(attribute ->
                    builder.allowAttributes(attribute).matching(kept).onElements(element));
        });
        RENAMED.forEach((from, to) -> builder.allowElements((name, attributes) -> to, from));
        return builder.disallowWithoutAttributes("iframe").toFactory();
    }
}
