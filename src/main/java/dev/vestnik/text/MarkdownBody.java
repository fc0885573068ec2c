package dev.vestnik.text;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Markdown (CommonMark and GitHub's tables) as HTML that is yet to be sanitised: raw HTML in it
/// passes through.
final class MarkdownBody {

    /// Nesting no writer needs; what is deeper costs time and stack.
    private static final int DEEPEST = 50;

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private static final Parser PARSER =
            Parser.builder()
                    .extensions(EXTENSIONS)
                    .maxOpenBlockParsers(DEEPEST)
                    .maxInlineNesting(DEEPEST)
                    .build();

    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    /// More signs of emphasis than any article has. They are text then, as the time the parser
    /// takes to pair them grows with their square.
    private static final int MOST_SIGNS = 10_000;

    private MarkdownBody() {}

    static String html(String markdown) {
        long signs = markdown.chars().filter(sign -> sign == '*' || sign == '_').count();
        String paired =
                signs > MOST_SIGNS ? markdown.replace("*", "\\*").replace("_", "\\_") : markdown;
        return RENDERER.render(PARSER.parse(paired));
    }
}
