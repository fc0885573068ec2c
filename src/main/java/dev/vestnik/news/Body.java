package dev.vestnik.news;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.vestnik.database.JsonText;
import dev.vestnik.database.StoredJson;
import dev.vestnik.text.Block;
import dev.vestnik.text.RenderedBody;
import dev.vestnik.text.TocEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.stream.Stream;

/// An item's body, ready to be sent: clean HTML, the same as blocks and as text, and its headings,
/// each as the JSON that clients get.
@Embeddable
public record Body(
        @Column(name = "body_html") @Convert(converter = StoredJson.Column.class) StoredJson html,
        @Column(name = "body_blocks") @Convert(converter = StoredJson.Column.class)
                StoredJson blocks,
        @Column(name = "body_text") @Convert(converter = StoredJson.Column.class) StoredJson text,
        @Column(name = "body_toc") @Convert(converter = StoredJson.Column.class) StoredJson toc) {

    private static final JsonText<String> TEXT = new JsonText<>(new TypeReference<>() {});
    private static final JsonText<List<Block>> BLOCKS = new JsonText<>(new TypeReference<>() {});
    private static final JsonText<List<TocEntry>> TOC = new JsonText<>(new TypeReference<>() {});
    private static final StoredJson NO_TEXT = TEXT.stored("");
    private static final StoredJson NOTHING = BLOCKS.stored(List.of());

    /// Its HTML alone.
    Body(StoredJson html) {
        this(html, NOTHING, NO_TEXT, NOTHING);
    }

    static Body of(RenderedBody rendered) {
        return new Body(
                TEXT.stored(rendered.html()),
                BLOCKS.stored(rendered.blocks()),
                TEXT.stored(rendered.text()),
                TOC.stored(rendered.toc()));
    }

    /// How long its longest part is, in bytes.
    int longestPart() {
        return Stream.of(html, blocks, text, toc)
                .mapToInt(part -> part.bytes().length)
                .max()
                .orElse(0);
    }

    /// The letters of HTML or text.
    static String letters(StoredJson text) {
        return TEXT.read(text);
    }
}
