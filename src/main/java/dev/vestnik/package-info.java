/// Where the program begins.
@NullMarked
package dev.vestnik;

import org.jspecify.annotations.NullMarked;
