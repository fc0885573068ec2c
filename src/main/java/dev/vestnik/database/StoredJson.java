package dev.vestnik.database;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.IOException;
import org.hibernate.annotations.Immutable;

/// JSON that goes over the wire as it stands in its text column: nothing is made of it in between.
/// Whoever changes what is written there has to rewrite what is stored.
///
/// @param text one JSON value, by [JsonText]
public record StoredJson(String text) implements JsonSerializable {

    @Override
    public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeRawValue(text);
    }

    @Override
    public void serializeWithType(
            JsonGenerator json, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        serialize(json, provider);
    }

    /// Hibernate would copy what might change by way of its JSON.
    @Immutable
    @Converter
    public static class Column implements AttributeConverter<StoredJson, String> {

        @Override
        public String convertToDatabaseColumn(StoredJson value) {
            return value.text();
        }

        @Override
        public StoredJson convertToEntityAttribute(String column) {
            return new StoredJson(column);
        }
    }
}
