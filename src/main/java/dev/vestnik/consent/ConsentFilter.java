package dev.vestnik.consent;

import dev.vestnik.edge.QueryParameters;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Which consents are wanted. None of it is personal: it stands in URLs, and so in logs.
@QueryParameters
public class ConsentFilter {

    @RestQuery
    @Parameter(
            description =
                    "GIVEN, REFUSED, ACKNOWLEDGED, WITHDRAWN, EXPIRED, INVALIDATED or ERASED, or several,"
                            + " separated by commas; as it is at the moment of reading.",
            example = "GIVEN")
    public @Nullable String state;

    @RestQuery
    @Parameter(description = "Those in whose last answer this purpose is decided.")
    public @Nullable String purpose;

    @RestQuery
    @Parameter(
            description =
                    "GRANTED or DENIED: the last answer says so of the purpose, or of any where none is"
                            + " given. What was said, whether or not it still counts.")
    public @Nullable String decision;

    @RestQuery
    @Parameter(description = "A notice's key.", example = ConsentExamples.NOTICE_KEY)
    public @Nullable String notice;

    @RestQuery
    @Min(1)
    @Max(1_000_000)
    @Parameter(description = "The number of the notice's version that was shown.")
    public @Nullable Integer version;

    @RestQuery
    @Parameter(description = "The language that it was shown in.")
    public @Nullable String locale;

    @RestQuery
    @Parameter(description = "How the last answer was given, such as ACCEPT_ALL.")
    public @Nullable String method;

    @RestQuery
    @Parameter(description = "First given from this time or day on.", example = "2025-01-01")
    public @Nullable String from;

    @RestQuery
    @Parameter(description = "First given until this time, or the end of this day.")
    public @Nullable String to;

    @RestQuery
    @Parameter(
            description =
                    "Whose time ends before this time or day; such a list is sorted by that end, the last"
                            + " one first.")
    public @Nullable String expiresBefore;

    /// Any text that is the same for the same filters.
    String identity() {
        List<@Nullable Object> filters =
                Arrays.asList(
                        state,
                        purpose,
                        decision,
                        notice,
                        version,
                        locale,
                        method,
                        from,
                        to,
                        expiresBefore);
        return Stream.concat(Stream.of("consents"), filters.stream().map(String::valueOf))
                .collect(Collectors.joining("\n"));
    }
}
