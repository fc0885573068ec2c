package dev.vestnik.consent;

import dev.vestnik.edge.Parameters;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.QueryParameters;
import jakarta.ws.rs.DefaultValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What is to be counted.
@QueryParameters
public class StatsFilter {

    private static final int MOST_YEARS = 3;
    private static final int DAYS_UNLESS_GIVEN = 30;

    @RestQuery
    @Parameter(
            description = "From this day or time on; 30 days before the last day unless given.",
            example = "2025-01-01")
    public @Nullable String from;

    @RestQuery
    @Parameter(
            description =
                    "Until the end of this day; today unless given. Three years at most are counted.",
            example = "2025-12-31")
    public @Nullable String to;

    @RestQuery
    @Parameter(description = "One notice's key.", example = ConsentExamples.NOTICE_KEY)
    public @Nullable String notice;

    @RestQuery
    @DefaultValue("day")
    @Parameter(
            description = "What a row stands for.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"day", "version", "locale"},
                            defaultValue = "day"))
    public String groupBy = "day";

    /// Days of the newsroom's time zone, both of them counted.
    record Days(LocalDate first, LocalDate last) {}

    /// What a row stands for.
    enum GroupBy {
        DAY,
        VERSION,
        LOCALE
    }

    /// @throws Problem 400 where it is none of them
    GroupBy grouped() {
        return switch (groupBy) {
            case "day" -> GroupBy.DAY;
            case "version" -> GroupBy.VERSION;
            case "locale" -> GroupBy.LOCALE;
            default ->
                    throw Problem.parameter(
                            "groupBy", "UNKNOWN_VALUE", "must be day, version or locale");
        };
    }

    List<String> notices() {
        return notice == null
                ? Notice.<Notice>listAll().stream().map(known -> known.noticeKey).toList()
                : List.of(notice);
    }

    /// @throws Problem 400 where the days are none, too many, or the wrong way round
    Days days(LocalDate today, ZoneId zone) {
        Instant end = Parameters.to("to", to, zone);
        LocalDate last = end == null ? today : LocalDate.ofInstant(end, zone);
        Instant start = Parameters.from("from", from, zone);
        LocalDate first =
                start == null
                        ? last.minusDays(DAYS_UNLESS_GIVEN)
                        : LocalDate.ofInstant(start, zone);
        if (first.isAfter(last)) {
            throw Problem.parameter("from", "AFTER_END", "must not be after to");
        }
        if (first.plusYears(MOST_YEARS).isBefore(last)) {
            throw Problem.parameter("from", "TOO_LONG", "must be at most three years before to");
        }
        return new Days(first, last);
    }
}
