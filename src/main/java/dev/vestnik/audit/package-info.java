/// Who did what when: a line for every write, every refused one, every login, and every read of
/// what one person consented to.
@NullMarked
package dev.vestnik.audit;

import org.jspecify.annotations.NullMarked;
