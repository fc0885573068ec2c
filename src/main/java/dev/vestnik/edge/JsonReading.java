package dev.vestnik.edge;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads JSON bodies strictly (RFC 8259, and RFC 7493 where that is tighter): UTF-8 alone, no
/// duplicate or unknown members, nothing after the value, no type turned into another. What is
/// wrong is told with a JSON Pointer.
@Provider
@Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
class JsonReading implements MessageBodyReader<Object> {

    private final ObjectMapper json;

    JsonReading(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isReadable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type != byte[].class && type != InputStream.class;
    }

    @Override
    public @Nullable Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readAllBytes();
        String text = utf8(bytes);
        if (bytes.length == 0 && mayBeAbsent(type, annotations)) {
            return null;
        }
        if (text.isBlank()) {
            throw Problem.of(
                    ProblemType.MALFORMED_JSON,
                    List.of(InputError.at("", "EMPTY", "is empty; send JSON")));
        }
        try {
            Object value = json.readerFor(json.constructType(generic)).readValue(text);
            if (value == null) {
                throw Problem.of(
                        ProblemType.INVALID_TYPE,
                        List.of(InputError.at("", "NULL", "must not be null")));
            }
            return value;
        } catch (JsonProcessingException e) {
            throw problem(e);
        }
    }

    /// Whether an operation does without a body: one that needs it says `@NotNull`, or takes a
    /// patch.
    private static boolean mayBeAbsent(Class<?> type, Annotation[] annotations) {
        return type != ObjectNode.class
                && Stream.of(annotations).noneMatch(NotNull.class::isInstance);
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Problem.of(
                    ProblemType.MALFORMED_JSON,
                    List.of(
                            InputError.at(
                                    "", "NOT_UTF_8", "is not valid UTF-8 (RFC 8259 section 8.1)")));
        }
    }

    /// What a client is told of a failure to read JSON.
    static Problem problem(JsonProcessingException failure) {
        String pointer = failure instanceof JsonMappingException mapping ? pointer(mapping) : "";
        if (failure instanceof UnrecognizedPropertyException unknown) {
            String known =
                    unknown.getKnownPropertyIds() == null
                            ? ""
                            : unknown.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .sorted()
                                    .collect(Collectors.joining(", "));
            return Problem.of(
                    ProblemType.UNKNOWN_MEMBER,
                    List.of(
                            InputError.at(
                                    pointer,
                                    "UNKNOWN_MEMBER",
                                    "is not known; allowed are " + known)));
        }
        if (failure instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            String allowed =
                    Stream.of(format.getTargetType().getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
            return Problem.of(
                    ProblemType.INVALID_TYPE,
                    List.of(InputError.at(pointer, "INVALID_ENUM", "must be one of " + allowed)));
        }
        if (failure instanceof StreamConstraintsException) {
            return Problem.of(
                    ProblemType.MALFORMED_JSON,
                    List.of(
                            InputError.at(
                                    pointer,
                                    "TOO_COMPLEX",
                                    "is nested too deeply, or has too long a name or number")));
        }
        if (failure instanceof JsonParseException
                || String.valueOf(failure.getOriginalMessage()).startsWith("Trailing token")
                || failure.getCause() instanceof JsonParseException) {
            var where = failure.getLocation();
            String at =
                    where == null
                            ? ""
                            : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
            return Problem.of(
                    ProblemType.MALFORMED_JSON,
                    List.of(
                            InputError.at(
                                    pointer,
                                    "MALFORMED",
                                    "is not well-formed JSON" + at + duplicate(failure))));
        }
        String expected =
                failure instanceof MismatchedInputException mismatch
                                && mismatch.getTargetType() != null
                        ? "must be " + described(mismatch.getTargetType())
                        : "has the wrong form";
        return Problem.of(
                ProblemType.INVALID_TYPE,
                List.of(InputError.at(pointer, "INVALID_TYPE", expected)));
    }

    private static String duplicate(JsonProcessingException failure) {
        String message = String.valueOf(failure.getOriginalMessage());
        return message.startsWith("Duplicate field")
                ? ": " + message.toLowerCase(java.util.Locale.ROOT)
                : "";
    }

    private static String described(Class<?> type) {
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == int.class
                || type == long.class
                || Integer.class == type
                || Long.class == type) {
            return "a whole number";
        }
        if (type == java.time.Instant.class) {
            return "a time such as 2025-12-10T09:30:00Z";
        }
        if (type == java.util.UUID.class) {
            return "a UUID";
        }
        return java.util.Collection.class.isAssignableFrom(type) ? "an array" : "an object";
    }

    private static String pointer(JsonMappingException failure) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            pointer.append('/');
            if (step.getFieldName() != null) {
                pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
            } else {
                pointer.append(step.getIndex());
            }
        }
        return pointer.toString();
    }
}
