/// Tells other programs, over HTTP, of what happened that the public may know of.
@NullMarked
package dev.vestnik.webhook;

import org.jspecify.annotations.NullMarked;
