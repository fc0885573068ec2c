package dev.vestnik.ledger;

import java.util.List;
import java.util.Optional;

/// A room above that holds its own rows against the ledger's events, while these are verified. Both
/// questions are asked in transactions of their own that last ten seconds at most.
public interface Witness {

    /// Looks at some events whose hashes are right: those of one chain come in their order, over
    /// any number of calls, with those of others between them.
    ///
    /// @return the first flaw
    Optional<Flaw> check(List<LedgerEvent> events);

    /// Looks in the end, in portions, at what no event tells of. Is asked again with what it gave,
    /// until it gives an end or a flaw.
    ///
    /// @param place where to go on; empty at first
    default Remainder rest(String place) {
        return Remainder.END;
    }

    /// What became of a portion.
    ///
    /// @param next where to go on; empty at the end
    record Remainder(Optional<Flaw> flaw, String next) {

        /// Nothing is left.
        public static final Remainder END = new Remainder(Optional.empty(), "");
    }
}
