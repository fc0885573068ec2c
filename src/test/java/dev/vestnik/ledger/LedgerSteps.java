package dev.vestnik.ledger;

import jakarta.enterprise.inject.spi.CDI;
import java.time.InstantSource;
import java.util.Optional;

/// What tests of other rooms need the ledger to do at once.
public final class LedgerSteps {

    private LedgerSteps() {}

    /// Seals all that is not sealed.
    public static void seal() {
        CDI.current().select(SealWorker.class).get().seal();
    }

    /// Verifies everything.
    ///
    /// @return the first flaw
    public static Optional<Flaw> verified() {
        return CDI.current()
                .select(Verification.class)
                .get()
                .check(new VerificationProgress(CDI.current().select(InstantSource.class).get()));
    }
}
