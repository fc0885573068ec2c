/// Full-text search over what is public. It follows the change log with an index of its own, which
/// holds all that an answer needs.
@NullMarked
package dev.vestnik.search;

import org.jspecify.annotations.NullMarked;
