package dev.vestnik.news;

import dev.vestnik.database.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/// The picture that stands for the item; its size is in pixels.
@Embeddable
@Schema(name = "Cover")
public record Cover(
        @Column(name = "cover_url")
                @NotBlank
                @WebAddress
                @Schema(examples = "https://example.org/saiga.jpg")
                String url,
        @Column(name = "cover_alt")
                @CodePointLength(max = 500)
                @Schema(examples = "Сайгаки в степи")
                @Nullable String alt,
        @Column(name = "cover_caption") @CodePointLength(max = 500) @Nullable String caption,
        @Column(name = "cover_credit") @CodePointLength(max = 200) @Nullable String credit,
        @Column(name = "cover_width") @Min(1) @Max(100_000) @Schema(examples = "1600")
                @Nullable Integer width,
        @Column(name = "cover_height") @Min(1) @Max(100_000) @Schema(examples = "900")
                @Nullable Integer height) {

    static final String COLUMNS =
            "k.cover_url, k.cover_alt, k.cover_caption, k.cover_credit, k.cover_width, k.cover_height";

    /// @param columns goes on with those
    /// @return null where all of them are
    static @Nullable Cover read(Row columns) throws SQLException {
        String url = columns.textOrNull();
        String alt = columns.textOrNull();
        String caption = columns.textOrNull();
        String credit = columns.textOrNull();
        Integer width = columns.integer();
        Integer height = columns.integer();
        return url == null ? null : new Cover(url, alt, caption, credit, width, height);
    }
}
