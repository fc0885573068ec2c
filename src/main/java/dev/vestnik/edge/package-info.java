/// What every endpoint shares: problems, strict input, paging, preconditions, caching headers,
/// limits.
@NullMarked
package dev.vestnik.edge;

import org.jspecify.annotations.NullMarked;
