/// What happens that the public may know of: told live, to whoever listens.
@NullMarked
package dev.vestnik.event;

import org.jspecify.annotations.NullMarked;
