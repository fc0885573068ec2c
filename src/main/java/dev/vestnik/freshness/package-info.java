/// Says which of the answers that are kept ready have become old: follows the change log and the
/// clock.
@NullMarked
package dev.vestnik.freshness;

import org.jspecify.annotations.NullMarked;
