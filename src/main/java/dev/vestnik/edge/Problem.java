package dev.vestnik.edge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Thrown for whatever a client is to be told about; becomes an RFC 9457 answer.
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final String detail;
    private final transient List<InputError> errors;
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private final transient Map<String, Object> context = new LinkedHashMap<>();

    private Problem(
            ProblemType type, String detail, List<InputError> errors, @Nullable Throwable cause) {
        super(type + ": " + detail, cause, false, cause != null);
        this.type = type;
        this.detail = detail;
        this.errors = errors;
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), null);
    }

    /// A problem with the input; its detail is made of the errors, of which there must be at least
    /// one.
    public static Problem of(ProblemType type, List<InputError> errors) {
        String detail = errors.stream().map(InputError::sentence).collect(Collectors.joining("; "));
        return new Problem(type, detail, List.copyOf(errors), null);
    }

    /// A well-formed body that breaks a rule.
    public static Problem invalid(String pointer, String code, String detail) {
        return of(ProblemType.VALIDATION_FAILED, List.of(InputError.at(pointer, code, detail)));
    }

    /// A query, path or header parameter whose value is not allowed.
    public static Problem parameter(String name, String code, String detail) {
        return of(ProblemType.INVALID_PARAMETER, List.of(InputError.in(name, code, detail)));
    }

    public static Problem notFound(String what) {
        return of(ProblemType.NOT_FOUND, what + " was not found.");
    }

    /// Adds a header to the answer.
    public Problem with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /// Adds to the answer's `context` what a client needs to go on; null values are left out.
    public Problem telling(String name, @Nullable Object value) {
        if (value != null) {
            context.put(name, value);
        }
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return detail;
    }

    public List<InputError> errors() {
        return errors;
    }

    Map<String, String> headers() {
        return headers;
    }

    Map<String, Object> context() {
        return context;
    }
}
