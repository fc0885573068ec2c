package dev.vestnik.news;

import dev.vestnik.database.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/// What search engines are told beside the item itself.
@Embeddable
@Schema(name = "Seo")
public record Seo(
        @Column(name = "seo_title") @CodePointLength(max = 200) @Nullable String title,
        @Column(name = "seo_description") @CodePointLength(max = 500) @Nullable String description,
        @Column(name = "seo_canonical_url") @WebAddress @Nullable String canonicalUrl,
        @Column(name = "seo_noindex") @Schema(description = "Keeps the item out of search engines.")
                @Nullable Boolean noindex) {

    static final String COLUMNS =
            "k.seo_title, k.seo_description, k.seo_canonical_url, k.seo_noindex";

    /// @param columns goes on with those
    /// @return null where all of them are
    static @Nullable Seo read(Row columns) throws SQLException {
        String title = columns.textOrNull();
        String description = columns.textOrNull();
        String canonicalUrl = columns.textOrNull();
        Boolean noindex = columns.flag();
        return title == null && description == null && canonicalUrl == null && noindex == null
                ? null
                : new Seo(title, description, canonicalUrl, noindex);
    }
}
