package dev.vestnik.text;

import java.util.List;
import org.jsoup.nodes.Element;

/// A body made safe to show, with all that is read off it.
///
/// @param html sanitised HTML; rendering it again gives the same
/// @param blocks the same as a list of blocks
/// @param text its words, blocks separated by an empty line
/// @param toc the headings among the blocks
/// @param readingMinutes at 180 words a minute, rounded up; 0 without words
/// @param removed what the sanitiser took away, such as `script` or `img[onerror]`; at most 20
///   names
public record RenderedBody(
        String html,
        List<Block> blocks,
        String text,
        List<TocEntry> toc,
        int readingMinutes,
        List<String> removed) {

    private static final int WORDS_A_MINUTE = 180;

    public static RenderedBody of(BodyFormat format, String content) {
        String written = content.replace("\r\n", "\n").replace('\r', '\n').replace("\u0000", "");
        String html = format == BodyFormat.MARKDOWN ? MarkdownBody.html(written) : written;
        Removals removals = new Removals();
        Element body = BodyLayout.of(BodyDocument.parse(BodySanitizer.sanitize(html, removals)));
        HeadingIds.assign(body);
        List<Block> blocks = BlockReader.of(body);
        String text = text(body);
        return new RenderedBody(
                body.html(), blocks, text, toc(blocks), minutes(text), removals.names());
    }

    private static String text(Element body) {
        List<String> parts = body.children().stream().map(PlainText::of).toList();
        return String.join("\n\n", parts.stream().filter(part -> !part.isEmpty()).toList());
    }

    private static List<TocEntry> toc(List<Block> blocks) {
        return blocks.stream()
                .filter(Block.Heading.class::isInstance)
                .map(Block.Heading.class::cast)
                .map(heading -> new TocEntry(heading.level(), heading.id(), heading.text()))
                .toList();
    }

    private static int minutes(String text) {
        return (PlainText.words(text) + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE;
    }
}
