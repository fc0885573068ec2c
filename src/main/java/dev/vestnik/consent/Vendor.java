package dev.vestnik.consent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/// Somebody else who gets data; sent as an object, or as its name alone.
@Schema(name = "ConsentVendor")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Vendor(
        @Schema(examples = "Счётчик посещений") @NotBlank @CodePointLength(max = 200) String name,
        @Schema(examples = "https://counter.example/privacy") @Nullable @CodePointLength(max = 2000)
                String policyUrl,
        @Schema(description = "ISO 3166-1 alpha-2.", examples = "KZ")
                @Nullable
                @CodePointLength(max = 2)
                String country) {

    @JsonCreator
    Vendor(
            @JsonProperty("name") String name,
            @JsonProperty("policyUrl") @Nullable String policyUrl,
            @JsonProperty("country") @Nullable String country) {
        this.name = name;
        this.policyUrl = policyUrl;
        this.country = country;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Vendor named(String name) {
        return new Vendor(name, null, null);
    }
}
