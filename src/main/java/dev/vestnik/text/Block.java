package dev.vestnik.text;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One piece of a body, for clients that lay it out themselves. All HTML in it is sanitised.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.ItemList.class, name = "list"),
    @JsonSubTypes.Type(value = Block.Quote.class, name = "quote"),
    @JsonSubTypes.Type(value = Block.Image.class, name = "image"),
    @JsonSubTypes.Type(value = Block.Embed.class, name = "embed"),
    @JsonSubTypes.Type(value = Block.Table.class, name = "table")
})
@Schema(
        name = "Block",
        oneOf = {
            Block.Heading.class,
            Block.Paragraph.class,
            Block.ItemList.class,
            Block.Quote.class,
            Block.Image.class,
            Block.Embed.class,
            Block.Table.class
        })
public sealed interface Block {

    /// A heading of level 2 to 4; `id` is its anchor in the body.
    record Heading(int level, String id, String text) implements Block {}

    /// A paragraph: what stands inside `<p>`, or a whole `<pre>`.
    record Paragraph(String html, String text) implements Block {}

    /// A list; each item is the HTML inside its `<li>`.
    record ItemList(boolean ordered, List<String> items) implements Block {}

    /// A quotation: the HTML inside `<blockquote>`, its text, and whom it cites.
    record Quote(String html, String text, @Nullable String cite) implements Block {}

    /// A picture with what is known of it.
    record Image(
            String url,
            @Nullable String alt,
            @Nullable String caption,
            @Nullable Integer width,
            @Nullable Integer height)
            implements Block {}

    /// A video of one of the allowed providers: `youtube`, `vimeo`, `rutube`.
    record Embed(String url, String provider) implements Block {}

    /// A table: its first row's texts if that is a header, and the HTML of the cells of all other
    /// rows.
    record Table(List<String> header, List<List<String>> rows, @Nullable String caption)
            implements Block {}
}
