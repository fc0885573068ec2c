package dev.vestnik.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/// A value kept as JSON in a text column, the same on both databases.
public final class JsonText<T> {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .findAndAddModules()
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    // Each is built when it is first used, not while the program starts.
                    .disable(DeserializationFeature.EAGER_DESERIALIZER_FETCH)
                    .disable(SerializationFeature.EAGER_SERIALIZER_FETCH)
                    .build();

    private final ObjectReader reader;
    private final ObjectWriter writer;

    public JsonText(TypeReference<T> type) {
        this.reader = JSON.readerFor(type);
        this.writer = JSON.writerFor(type);
    }

    public String write(T value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A column's value can always be written", e);
        }
    }

    /// The same for a column of bytes.
    public StoredJson stored(T value) {
        try {
            return new StoredJson(writer.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A column's value can always be written", e);
        }
    }

    /// @throws IllegalStateException where the column holds something else
    public T read(StoredJson column) {
        try {
            return reader.readValue(column.bytes());
        } catch (IOException e) {
            throw new IllegalStateException("A column holds what was not written there", e);
        }
    }

    /// @throws IllegalStateException where the column holds something else
    public T read(String column) {
        try {
            return reader.readValue(column);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A column holds what was not written there", e);
        }
    }
}
