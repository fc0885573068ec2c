package dev.vestnik.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How often notices were shown, and how they were answered.
@Schema(name = "ConsentStats")
record Stats(
        @Schema(description = "The first day, of the newsroom's time zone.") LocalDate from,
        @Schema(description = "The last day.") LocalDate to,
        @Schema(description = "Smaller counts than this, but for 0, are not told.", examples = "5")
                int smallestCount,
        @Schema(description = "One for each day, version or language of which there is any.")
                List<Row> items,
        @Schema(
                        description =
                                "Of all rows. A sum of which one part is not told is not told either: one could"
                                        + " work out that part.")
                Counts total) {

    /// What a row stands for, and its counts.
    @Schema(name = "ConsentStatsRow")
    record Row(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate day,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String notice,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer version,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String locale,
            Counts counts) {}

    /// Counts, null where they are too small to be told.
    ///
    /// @param suppressed whether any is
    @Schema(name = "ConsentCounts")
    record Counts(
            @Schema(description = "How often the notice was shown.", nullable = true)
                    @Nullable Long shown,
            @Schema(description = "Answers that grant everything.", nullable = true)
                    @Nullable Long accepted,
            @Schema(description = "Answers that grant nothing.", nullable = true)
                    @Nullable Long refused,
            @Schema(description = "Answers that grant some of it.", nullable = true)
                    @Nullable Long custom,
            @Schema(description = "Of versions that ask nothing.", nullable = true)
                    @Nullable Long acknowledged,
            @Schema(description = "Consents that were taken back.", nullable = true)
                    @Nullable Long withdrawn,
            Rates rates,
            @Schema(description = "Whether a count is null because it is too small.")
                    boolean suppressed) {}

    /// Parts of how often it was shown, in four decimal places; null where a count that they are
    /// made of is not told, and where it never was shown.
    @Schema(name = "ConsentRates")
    record Rates(
            @Schema(nullable = true, examples = "0.4217") @Nullable Double accepted,
            @Schema(nullable = true) @Nullable Double refused,
            @Schema(nullable = true) @Nullable Double custom,
            @Schema(nullable = true) @Nullable Double withdrawn) {}
}
