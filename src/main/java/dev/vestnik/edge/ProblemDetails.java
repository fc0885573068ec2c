package dev.vestnik.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An error as it goes over the wire: RFC 9457 `application/problem+json` with a stable `code`, and
/// one entry in `errors` for each thing that is wrong with the input.
@Schema(name = "Problem", description = "An error (RFC 9457).")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDetails(
        @Schema(
                        description = "A page that explains this kind of problem.",
                        examples = "/problems/validation-failed")
                String type,
        @Schema(examples = "The body breaks a rule") String title,
        @Schema(examples = "422") int status,
        @Schema(examples = "/title: must not be blank") @Nullable String detail,
        @Schema(description = "The path that was asked.", examples = "/api/v1/news")
                String instance,
        @Schema(description = "Stable, for machines.", examples = "VALIDATION_FAILED") String code,
        @Nullable List<InputError> errors,
        @Schema(description = "What else a client needs to go on, by kind of problem.")
                @Nullable Map<String, Object> context) {

    static ProblemDetails of(Problem problem, String path) {
        ProblemType type = problem.type();
        return new ProblemDetails(
                "/problems/" + type.slug(),
                type.title(),
                type.status(),
                problem.detail(),
                ShownPath.of(path),
                type.name(),
                problem.errors().isEmpty() ? null : problem.errors(),
                problem.context().isEmpty() ? null : problem.context());
    }
}
