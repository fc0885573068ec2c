package dev.vestnik.consent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/// A purpose as the privacy officer sends it.
@Schema(name = "ConsentPurposeInput")
record PurposeInput(
        @Schema(examples = "analytics")
                @NotNull
                @Pattern(
                        regexp = "[a-z][a-z0-9_-]{0,63}",
                        message = "must be 1 to 64 of a-z, 0-9, _ and -, a letter first")
                String code,
        @Schema(description = "Whether it goes without consent.") @NotNull Boolean necessary,
        @Schema(description = "By locale; the default locale is needed.") @NotEmpty
                Map<@NotBlank String, @NotBlank @CodePointLength(max = 200) String> names,
        @Schema(description = "By locale.", nullable = true)
                @Nullable Map<@NotBlank String, @NotBlank @CodePointLength(max = 4000) String>
                        descriptions,
        @Schema(
                        description =
                                "Of the GDPR's article 6, such as CONSENT or LEGITIMATE_INTEREST.",
                        examples = "CONSENT")
                @NotBlank
                @CodePointLength(max = 100)
                String legalBasis,
        @Schema(description = "An ISO 8601 period, or in words.", examples = "P6M")
                @NotBlank
                @CodePointLength(max = 200)
                String retention,
        @Schema(description = "Who else gets the data.", nullable = true) @Nullable @Size(max = 500)
                List<@NotNull @Valid Vendor> vendors,
        @Schema(
                        description =
                                "Signals of Google's consent mode that it stands for; told by its code where"
                                        + " they are not given.",
                        nullable = true)
                @Nullable Set<@NotNull ConsentSignal> signals,
        @Schema(
                        description =
                                "What kinds of data it takes, for receipts; told by its signals where none are"
                                        + " given.",
                        nullable = true)
                @Nullable Set<@NotNull DataCategory> data) {

    static PurposeInput of(Purpose purpose) {
        return new PurposeInput(
                purpose.code,
                purpose.necessary,
                purpose.names,
                purpose.descriptions,
                purpose.legalBasis,
                purpose.retention,
                purpose.vendors,
                new TreeSet<>(purpose.signals),
                new TreeSet<>(purpose.data));
    }

    List<DataCategory> givenData() {
        return data == null ? new ArrayList<>() : new ArrayList<>(new TreeSet<>(data));
    }

    List<Vendor> givenVendors() {
        return vendors == null ? new ArrayList<>() : new ArrayList<>(vendors);
    }
}
