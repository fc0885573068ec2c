package dev.vestnik.edge;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/// Sets up Jackson so that what one parser would take and another would not is refused: duplicate
/// members, U+0000 and lone surrogates (PostgreSQL stores neither), years that no database holds,
/// deep nesting.
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    private static final int DEEPEST = 64;
    private static final int LONGEST_STRING = 1_000_000;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 256;

    /// After Quarkus has added the modules that it finds: of several readers of a type the last one
    /// counts.
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper json) {
        json.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .maxStringLength(LONGEST_STRING)
                                .maxNumberLength(LONGEST_NUMBER)
                                .maxNameLength(LONGEST_NAME)
                                .build());
        json.getFactory()
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        json.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        json.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        json.registerModule(new BlackbirdModule());
        json.registerModule(
                new SimpleModule("vestnik")
                        .addSerializer(new QuickInstants())
                        .addDeserializer(String.class, new StoredText())
                        .addDeserializer(Instant.class, new StoredInstant())
                        .addKeyDeserializer(String.class, new StoredKey()));
    }

    /// Whether both databases can store the text as it is.
    static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            } else if (Character.isLowSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static final class StoredText extends StdDeserializer<String> {

        private static final long serialVersionUID = 1;

        StoredText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = parser.getText();
            if (!storable(text)) {
                throw context.weirdStringException("…", String.class, "U+0000 or a lone surrogate");
            }
            return text;
        }
    }

    private static final class StoredKey extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context)
                throws IOException {
            return storable(key)
                    ? key
                    : context.handleWeirdKey(String.class, "…", "U+0000 or a lone surrogate");
        }
    }

    /// RFC 3339 with any offset, years 1000 to 9999, cut to the microseconds that both databases
    /// keep.
    private static final class StoredInstant extends StdDeserializer<Instant> {

        private static final long serialVersionUID = 1;

        StoredInstant() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            try {
                OffsetDateTime time = OffsetDateTime.parse(parser.getText());
                if (time.getYear() >= 1000 && time.getYear() <= 9999) {
                    return time.toInstant().truncatedTo(ChronoUnit.MICROS);
                }
            } catch (DateTimeParseException e) {
                // told below: Jackson's own message would name Java classes
            }
            return (Instant)
                    context.handleWeirdStringValue(Instant.class, "…", "not an RFC 3339 time");
        }
    }
}
