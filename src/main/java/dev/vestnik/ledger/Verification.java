package dev.vestnik.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Verifies the whole ledger when it is asked to, on this node, one verification at a time.
@Singleton
class Verification {

    private static final Logger LOG = Logger.getLogger(Verification.class);

    private final LedgerRows rows;
    private final StoredTree stored;
    private final SigningKeys keys;
    private final Instance<Witness> witnesses;
    private final VerificationProgress progress;
    private volatile boolean stopped;

    Verification(
            LedgerRows rows,
            StoredTree stored,
            SigningKeys keys,
            Instance<Witness> witnesses,
            InstantSource time) {
        this.rows = rows;
        this.stored = stored;
        this.keys = keys;
        this.witnesses = witnesses;
        this.progress = new VerificationProgress(time);
    }

    /// Begins, unless one is running.
    void begin() {
        if (progress.begins()) {
            Infrastructure.getDefaultExecutor().execute(this::run);
        }
    }

    VerificationView progress() {
        return progress.view();
    }

    private void run() {
        try {
            Optional<Flaw> flaw = check(progress);
            flaw.ifPresent(found -> LOG.errorf("The ledger has a flaw: %s", found));
            progress.ends(
                    stopped && flaw.isEmpty() ? VerificationState.FAILED : VerificationState.DONE,
                    flaw.orElse(null));
        } catch (RuntimeException e) {
            LOG.error("The ledger could not be verified", e);
            progress.ends(VerificationState.FAILED, null);
        }
    }

    /// Verifies everything.
    ///
    /// @return the first flaw
    Optional<Flaw> check(VerificationProgress progress) {
        return new LedgerCheck(
                        rows, stored, keys, witnesses.stream().toList(), progress, () -> stopped)
                .run();
    }

    /// Lets the portion at hand be finished before the database goes.
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent stop) {
        stopped = true;
    }
}
