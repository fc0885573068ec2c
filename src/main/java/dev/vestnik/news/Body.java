package dev.vestnik.news;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.vestnik.database.JsonText;
import dev.vestnik.text.Block;
import dev.vestnik.text.RenderedBody;
import dev.vestnik.text.TocEntry;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.hibernate.annotations.Immutable;

/// An item's body, ready to show: clean HTML, the same as blocks and as text, and its headings.
@Embeddable
public record Body(
        @Column(name = "body_html") String html,
        @Column(name = "body_blocks") @Convert(converter = BlocksColumn.class) List<Block> blocks,
        @Column(name = "body_text") String text,
        @Column(name = "body_toc") @Convert(converter = TocColumn.class) List<TocEntry> toc) {

    /// Its HTML alone.
    Body(String html) {
        this(html, List.of(), "", List.of());
    }

    static Body of(RenderedBody rendered) {
        return new Body(rendered.html(), rendered.blocks(), rendered.text(), rendered.toc());
    }

    /// Blocks, as JSON. Hibernate would copy what might change by way of its JSON.
    @Immutable
    @Converter
    static class BlocksColumn implements AttributeConverter<List<Block>, String> {

        private static final JsonText<List<Block>> TEXT = new JsonText<>(new TypeReference<>() {});

        @Override
        public String convertToDatabaseColumn(List<Block> blocks) {
            return TEXT.write(blocks);
        }

        @Override
        public List<Block> convertToEntityAttribute(String column) {
            return TEXT.read(column);
        }
    }

    /// Headings, as JSON.
    @Immutable
    @Converter
    static class TocColumn implements AttributeConverter<List<TocEntry>, String> {

        private static final JsonText<List<TocEntry>> TEXT =
                new JsonText<>(new TypeReference<>() {});

        @Override
        public String convertToDatabaseColumn(List<TocEntry> toc) {
            return TEXT.write(toc);
        }

        @Override
        public List<TocEntry> convertToEntityAttribute(String column) {
            return TEXT.read(column);
        }
    }
}
