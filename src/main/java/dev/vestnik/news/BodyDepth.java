package dev.vestnik.news;

import dev.vestnik.database.Row;
import dev.vestnik.database.StoredJson;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// How much of each body is read.
enum BodyDepth {
    NONE(""),
    HTML(", k.body_html"),
    WHOLE(", k.body_html, k.body_blocks, k.body_text, k.body_toc");

    /// What is selected after the other columns.
    final String columns;

    BodyDepth(String columns) {
        this.columns = columns;
    }

    @Nullable Body read(Row row) throws SQLException {
        return switch (this) {
            case NONE -> null;
            case HTML -> new Body(row.text());
            case WHOLE ->
                    new Body(
                            row.text(),
                            new StoredJson(row.text()),
                            row.text(),
                            new StoredJson(row.text()));
        };
    }
}
