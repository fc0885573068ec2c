/// Synonyms: which words readers use for the same thing, by locale, kept by editors as data.
@NullMarked
package dev.vestnik.synonym;

import org.jspecify.annotations.NullMarked;
