package dev.vestnik.consent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vestnik.ledger.LedgerEventView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// All that is stored about one consent: the copy that a person has a right to (GDPR article 15).
@Schema(name = "ConsentExport")
record ConsentExport(
        ConsentView consent,
        @Schema(description = "What was shown, in its language.") NoticeText text,
        Controller controller,
        List<FrozenPurpose> purposes,
        List<LedgerEventView> events,
        @Schema(
                        description =
                                "By the ids that events name: a part of the address, the browser's family, or"
                                        + " a reason.")
                Map<UUID, JsonNode> evidence) {}
