package dev.vestnik.consent;

import dev.vestnik.ledger.LedgerEvent;
import dev.vestnik.ledger.LedgerEventView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// All that happened to a consent.
@Schema(name = "ConsentEvents")
record ConsentEventView(@Schema(description = "The first one first.") List<LedgerEventView> items) {

    static ConsentEventView of(UUID chain) {
        return new ConsentEventView(
                LedgerEvent.of(chain).stream().map(LedgerEventView::of).toList());
    }
}
