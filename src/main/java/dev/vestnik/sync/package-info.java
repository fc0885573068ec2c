/// Delta sync: hands out all that is public once, and from then on only what changed.
@NullMarked
package dev.vestnik.sync;

import org.jspecify.annotations.NullMarked;
