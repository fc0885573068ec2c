package dev.vestnik.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong with the input: where (a JSON Pointer, RFC 6901, into the body, or the
/// parameter's name), a stable code, and a sentence.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InputError(
        @Schema(examples = "/title") @Nullable String pointer,
        @Nullable String parameter,
        @Schema(examples = "NOT_BLANK") String code,
        @Schema(examples = "must not be blank") String detail) {

    public static InputError at(String pointer, String code, String detail) {
        return new InputError(pointer, null, code, detail);
    }

    public static InputError in(String parameter, String code, String detail) {
        return new InputError(null, parameter, code, detail);
    }

    String sentence() {
        return (pointer != null ? (pointer.isEmpty() ? "body" : pointer) : parameter)
                + ": "
                + detail;
    }
}
