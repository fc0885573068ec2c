/// What search knows about words: where they begin and end, which forms belong together, and what
/// was meant by a query typed in other letters.
@NullMarked
package dev.vestnik.language;

import org.jspecify.annotations.NullMarked;
