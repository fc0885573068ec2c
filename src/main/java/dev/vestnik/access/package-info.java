/// Who one is and what one may do: users, passwords, tokens.
@NullMarked
package dev.vestnik.access;

import org.jspecify.annotations.NullMarked;
