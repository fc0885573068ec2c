/// What the program takes of the machine's memory.
@NullMarked
package dev.vestnik.memory;

import org.jspecify.annotations.NullMarked;
