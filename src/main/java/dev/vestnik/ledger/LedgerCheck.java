package dev.vestnik.ledger;

import dev.vestnik.ledger.LedgerRows.Row;
import dev.vestnik.ledger.SealedCheck.Portion;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// One verification of everything, as a stream: first the sealed events in the order of their
/// leaves, then those that are not sealed, then what no event tells of. Grows the Merkle tree anew
/// on the way, and holds it against each checkpoint.
final class LedgerCheck {

    private final LedgerRows rows;
    private final StoredTree stored;
    private final SigningKeys keys;
    private final List<Witness> witnesses;
    private final VerificationProgress progress;
    private final BooleanSupplier stopped;
    private final Map<String, PublicKey> trusted = new HashMap<>();

    LedgerCheck(
            LedgerRows rows,
            StoredTree stored,
            SigningKeys keys,
            List<Witness> witnesses,
            VerificationProgress progress,
            BooleanSupplier stopped) {
        this.rows = rows;
        this.stored = stored;
        this.keys = keys;
        this.witnesses = witnesses;
        this.progress = progress;
        this.stopped = stopped;
    }

    /// @return the first flaw
    Optional<Flaw> run() {
        progress.expects(inTransaction(() -> LedgerEvent.count()));
        return inTransaction(this::keys)
                .or(this::sealed)
                .or(this::unsealed)
                .or(() -> inTransaction(this::stray))
                .or(this::rest);
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }

    private Optional<Flaw> keys() {
        for (LedgerKey key : LedgerKey.newestFirst()) {
            if (!keys.isTrusted(key)) {
                return Optional.of(
                        Flaw.of(
                                FlawKind.KEY,
                                "keys/" + key.keyId,
                                "The key was not made with this installation's secret, and is not named"
                                        + " as trusted."));
            }
            trusted.put(key.keyId, Ed25519.publicKey(key.x));
        }
        return Optional.empty();
    }

    private Optional<Flaw> sealed() {
        SealedCheck check = new SealedCheck(rows, stored, trusted);
        Optional<Flaw> flaw = inTransaction(check::begin);
        boolean more = true;
        while (flaw.isEmpty() && more && !stopped.getAsBoolean()) {
            Portion portion =
                    inTransaction(() -> {
                        Portion looked = check.next();
                        return new Portion(
                                looked.right(), witnessed(looked.right()).or(looked::flaw));
                    });
            progress.advances(portion.right().size());
            flaw = portion.flaw();
            more = !portion.isEmpty();
        }
        return flaw;
    }

    private Optional<Flaw> unsealed() {
        Optional<Flaw> flaw = Optional.empty();
        List<Row> portion = List.of();
        do {
            Row last = portion.isEmpty() ? null : portion.get(portion.size() - 1);
            portion = inTransaction(() -> rows.unsealed(last));
            List<Row> read = portion;
            flaw = inTransaction(() -> unsealed(read));
        } while (flaw.isEmpty() && portion.size() == LedgerRows.AT_ONCE && !stopped.getAsBoolean());
        return flaw;
    }

    private Optional<Flaw> unsealed(List<Row> portion) {
        List<LedgerEvent> right = new ArrayList<>();
        Optional<Flaw> flaw = Optional.empty();
        for (Row row : portion) {
            flaw = unsealed(row);
            if (flaw.isPresent()) {
                break;
            }
            right.add(row.event());
        }
        progress.advances(right.size());
        Optional<Flaw> own = flaw;
        return witnessed(right).or(() -> own);
    }

    private static Optional<Flaw> unsealed(Row row) {
        return row.event() == null
                ? Optional.of(
                        Flaw.missing(
                                row.chain(), row.position(), null, "It was about to be sealed."))
                : EventCheck.of(row.event(), row.before(), null);
    }

    private Optional<Flaw> stray() {
        return rows.stray()
                .map(event ->
                        Flaw.at(
                                event,
                                FlawKind.UNKNOWN_EVENT,
                                "The ledger's books have it either not at all or twice."));
    }

    private Optional<Flaw> witnessed(List<LedgerEvent> events) {
        Optional<Flaw> flaw = Optional.empty();
        for (Witness witness : witnesses) {
            flaw = flaw.or(() -> events.isEmpty() ? Optional.empty() : witness.check(events));
        }
        return flaw;
    }

    private Optional<Flaw> rest() {
        for (Witness witness : witnesses) {
            String place = "";
            do {
                String from = place;
                Witness.Remainder portion = inTransaction(() -> witness.rest(from));
                if (portion.flaw().isPresent()) {
                    return portion.flaw();
                }
                place = portion.next();
            } while (!place.isEmpty() && !stopped.getAsBoolean());
        }
        return Optional.empty();
    }
}
