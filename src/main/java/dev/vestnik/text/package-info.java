/// Text as a newsroom needs it: clean bodies and their blocks, slugs, dates in words, sorting and
/// matching.
@NullMarked
package dev.vestnik.text;

import org.jspecify.annotations.NullMarked;
