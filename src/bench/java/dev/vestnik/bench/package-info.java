/// The benchmark: fills a newsroom deterministically, starts the packaged program on it, and
/// measures it beside yardsticks in the same run. Ratios count; times are those of a machine.
@NullMarked
package dev.vestnik.bench;

import org.jspecify.annotations.NullMarked;
