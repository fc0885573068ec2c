/// News items: the editors' working copy, and beside it what the public sees.
@NullMarked
package dev.vestnik.news;

import org.jspecify.annotations.NullMarked;
