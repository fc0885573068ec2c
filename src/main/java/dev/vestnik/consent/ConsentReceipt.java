package dev.vestnik.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A receipt of what was granted, as Kantara's Consent Receipt 1.1 has it.
@Schema(name = "ConsentReceipt")
record ConsentReceipt(
        @Schema(examples = VERSION) String version,
        @Schema(description = "ISO 3166.", examples = "KZ") String jurisdiction,
        @Schema(description = "In seconds since 1970.") long consentTimestamp,
        @Schema(examples = "web form: SAVE_CHOICES") String collectionMethod,
        @Schema(description = "Another one after each answer.", format = "uuid")
                String consentReceiptID,
        @Schema(description = "The key that signs receipts, as a JWK in a string.")
                String publicKey,
        @Schema(examples = "ru") String language,
        @Schema(description = "A pseudonym.") String piiPrincipalId,
        List<PiiController> piiControllers,
        String policyUrl,
        List<Offered> services,
        @Schema(description = "Whether sensitive data is taken: none ever is.") boolean sensitive,
        List<String> spiCat) {

    static final String VERSION = "KI-CR-v1.1.0";

    /// Who answers for it.
    @Schema(name = "ConsentReceiptController")
    record PiiController(
            String piiController,
            boolean onBehalf,
            String contact,
            Address address,
            String email,
            String phone,
            String piiControllerUrl) {}

    /// Where the controller sits.
    @Schema(name = "ConsentReceiptAddress")
    record Address(String streetAddress) {}

    /// What data is taken for.
    @Schema(name = "ConsentReceiptService")
    record Offered(String service, List<GrantedPurpose> purposes) {}

    /// A purpose that was granted.
    @Schema(name = "ConsentReceiptPurpose")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GrantedPurpose(
            String purpose,
            @Schema(examples = "EXPLICIT") String consentType,
            List<String> purposeCategory,
            List<String> piiCategory,
            boolean primaryPurpose,
            @Schema(description = "When it ends, and how to end it.") String termination,
            boolean thirdPartyDisclosure,
            @Schema(nullable = true) @Nullable String thirdPartyName) {}
}
