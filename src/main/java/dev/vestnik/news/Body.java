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

/// An item's body, ready to show: clean HTML, the same as blocks and as text, and its headings.
/// Blocks and headings are the JSON that clients get.
@Embeddable
public record Body(
        @Column(name = "body_html") String html,
        @Column(name = "body_blocks") @Convert(converter = StoredJson.Column.class)
                StoredJson blocks,
        @Column(name = "body_text") String text,
        @Column(name = "body_toc") @Convert(converter = StoredJson.Column.class) StoredJson toc) {

    private static final JsonText<List<Block>> BLOCKS = new JsonText<>(new TypeReference<>() {});
    private static final JsonText<List<TocEntry>> TOC = new JsonText<>(new TypeReference<>() {});
    private static final StoredJson NONE = new StoredJson("[]");

    /// Its HTML alone.
    Body(String html) {
        this(html, NONE, "", NONE);
    }

    static Body of(RenderedBody rendered) {
        return new Body(
                rendered.html(),
                new StoredJson(BLOCKS.write(rendered.blocks())),
                rendered.text(),
                new StoredJson(TOC.write(rendered.toc())));
    }
}
