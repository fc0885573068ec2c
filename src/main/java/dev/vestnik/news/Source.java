package dev.vestnik.news;

import dev.vestnik.database.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/// Where the news was taken from.
@Embeddable
@Schema(name = "Source")
public record Source(
        @Column(name = "source_name")
                @CodePointLength(max = 200)
                @Schema(examples = "Primeminister.kz")
                @Nullable String name,
        @Column(name = "source_url") @WebAddress @Schema(examples = "https://primeminister.kz/")
                @Nullable String url) {

    static final String COLUMNS = "k.source_name, k.source_url";

    /// @param columns goes on with those
    /// @return null where all of them are
    static @Nullable Source read(Row columns) throws SQLException {
        String name = columns.textOrNull();
        String url = columns.textOrNull();
        return name == null && url == null ? null : new Source(name, url);
    }
}
