package dev.vestnik.news;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.vestnik.database.JsonText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;

/// What was put right in an item after it was published, and when.
@Schema(name = "Correction")
public record Correction(Instant at, String text) {

    /// Corrections, as JSON.
    @Immutable
    @Converter
    static class Column implements AttributeConverter<List<Correction>, String> {

        private static final JsonText<List<Correction>> TEXT =
                new JsonText<>(new TypeReference<>() {});
        private static final String NONE = "[]";

        @Override
        public String convertToDatabaseColumn(List<Correction> corrections) {
            return TEXT.write(corrections);
        }

        @Override
        public List<Correction> convertToEntityAttribute(String column) {
            return column.equals(NONE) ? List.of() : TEXT.read(column);
        }
    }
}
