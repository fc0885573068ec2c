package dev.vestnik.text;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The one list of what may stand in a stored body. The sanitiser keeps it, and the layout checks
/// it again.
final class AllowedHtml {

    /// What stands on lines of its own.
    static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "div",
                    "h2",
                    "h3",
                    "h4",
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
                    "hr",
                    "iframe");

    /// Elements that stand in a line of text.
    static final Set<String> INLINE =
            Set.of(
                    "a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "s", "strong", "sub",
                    "sup", "time", "u");

    /// All elements, each with its attributes.
    static final Map<String, Set<String>> ELEMENTS =
            Map.ofEntries(
                    Map.entry("p", Set.of()),
                    Map.entry("br", Set.of()),
                    Map.entry("hr", Set.of()),
                    Map.entry("h2", Set.of()),
                    Map.entry("h3", Set.of()),
                    Map.entry("h4", Set.of()),
                    Map.entry("strong", Set.of()),
                    Map.entry("b", Set.of()),
                    Map.entry("em", Set.of()),
                    Map.entry("i", Set.of()),
                    Map.entry("u", Set.of()),
                    Map.entry("s", Set.of()),
                    Map.entry("sub", Set.of()),
                    Map.entry("sup", Set.of()),
                    Map.entry("mark", Set.of()),
                    Map.entry("code", Set.of()),
                    Map.entry("pre", Set.of()),
                    Map.entry("blockquote", Set.of()),
                    Map.entry("cite", Set.of()),
                    Map.entry("q", Set.of()),
                    Map.entry("abbr", Set.of("title")),
                    Map.entry("a", Set.of("href")),
                    Map.entry("ul", Set.of()),
                    Map.entry("ol", Set.of("start")),
                    Map.entry("li", Set.of()),
                    Map.entry("figure", Set.of()),
                    Map.entry("figcaption", Set.of()),
                    Map.entry("img", Set.of("src", "alt", "width", "height", "title")),
                    Map.entry("table", Set.of()),
                    Map.entry("caption", Set.of()),
                    Map.entry("thead", Set.of()),
                    Map.entry("tbody", Set.of()),
                    Map.entry("tr", Set.of()),
                    Map.entry("th", Set.of("scope", "colspan", "rowspan")),
                    Map.entry("td", Set.of("colspan", "rowspan")),
                    Map.entry("time", Set.of("datetime")),
                    Map.entry("iframe", Set.of("src")));

    private static final Set<String> SCOPES = Set.of("row", "col", "rowgroup", "colgroup");
    private static final Pattern LENGTH = Pattern.compile("[1-9]\\d{0,4}");
    private static final Pattern SPAN = Pattern.compile("[1-9]\\d{0,2}");
    private static final Pattern START = Pattern.compile("-?\\d{1,6}");
    private static final Pattern MOMENT = Pattern.compile("[0-9A-Z:+. -]{1,40}");

    private AllowedHtml() {}

    /// The value an attribute may keep, or null if it has to go.
    static @Nullable String attribute(String element, String name, String value) {
        if (!ELEMENTS.getOrDefault(element, Set.of()).contains(name)) {
            return null;
        }
        return switch (name) {
            case "href" -> Addresses.link(value);
            case "src" ->
                    element.equals("iframe") ? Addresses.embed(value) : Addresses.image(value);
            case "alt", "title" -> VisibleText.of(value).strip();
            case "width", "height" -> matching(LENGTH, value);
            case "colspan", "rowspan" -> matching(SPAN, value);
            case "start" -> matching(START, value);
            case "scope" -> SCOPES.contains(value) ? value : null;
            case "datetime" -> matching(MOMENT, value);
            default -> null;
        };
    }

    private static @Nullable String matching(Pattern pattern, String value) {
        return pattern.matcher(value).matches() ? value : null;
    }
}
