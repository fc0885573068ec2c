/// The ledger: events of any subject in chains of hashes, sealed under signed checkpoints, with
/// what is personal kept apart so that it can be destroyed.
@NullMarked
package dev.vestnik.ledger;

import org.jspecify.annotations.NullMarked;
