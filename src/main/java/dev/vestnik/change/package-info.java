/// The change log: one line for every write, numbered without gaps in commit order. Whatever is
/// derived follows it.
@NullMarked
package dev.vestnik.change;

import org.jspecify.annotations.NullMarked;
