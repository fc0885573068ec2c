package dev.vestnik.news;

import dev.vestnik.database.Row;
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
            case HTML -> new Body(row.json());
            case WHOLE -> new Body(row.json(), row.json(), row.json(), row.json());
        };
    }
}
