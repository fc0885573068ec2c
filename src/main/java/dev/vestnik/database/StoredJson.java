package dev.vestnik.database;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.hibernate.annotations.Immutable;

/// One JSON value as it stands in a column of bytes and as it goes over the wire: nothing is made
/// of it in between, not even letters. Whoever changes what is written there, by [JsonText], has to
/// rewrite what is stored.
public final class StoredJson implements JsonSerializable {

    private final byte[] utf8;

    /// @param utf8 encoded so (RFC 8259 section 8.1); not to be changed
    public StoredJson(byte[] utf8) {
        this.utf8 = utf8;
    }

    /// What stands in the column; not to be changed.
    public byte[] bytes() {
        return utf8;
    }

    @Override
    public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
        if (json.getOutputTarget() instanceof OutputStream out) {
            json.writeRawValue(""); // what stands between two values
            json.flush();
            out.write(utf8);
        } else {
            json.writeRawValue(toString());
        }
    }

    @Override
    public void serializeWithType(
            JsonGenerator json, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        serialize(json, provider);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredJson json && Arrays.equals(utf8, json.utf8);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(utf8);
    }

    @Override
    public String toString() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /// Hibernate would copy what might change by way of its JSON.
    @Immutable
    @Converter
    public static class Column implements AttributeConverter<StoredJson, byte[]> {

        @Override
        public byte[] convertToDatabaseColumn(StoredJson value) {
            return value.bytes();
        }

        @Override
        public StoredJson convertToEntityAttribute(byte[] column) {
            return new StoredJson(column);
        }
    }
}
