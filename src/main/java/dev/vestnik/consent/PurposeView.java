package dev.vestnik.consent;

import dev.vestnik.edge.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A purpose as it goes over the wire.
@Schema(name = "ConsentPurpose")
record PurposeView(
        UUID id,
        long version,
        @Schema(examples = "analytics") String code,
        boolean necessary,
        Map<String, String> names,
        Map<String, String> descriptions,
        String legalBasis,
        String retention,
        List<Vendor> vendors,
        List<ConsentSignal> signals,
        @Schema(description = "What kinds of data it takes; none where that goes by its signals.")
                List<DataCategory> data,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    static PurposeView of(Purpose purpose) {
        return new PurposeView(
                purpose.id,
                purpose.version,
                purpose.code,
                purpose.necessary,
                purpose.names,
                purpose.descriptions,
                purpose.legalBasis,
                purpose.retention,
                purpose.vendors,
                purpose.signals,
                purpose.data,
                purpose.createdAt,
                purpose.updatedAt);
    }
}
