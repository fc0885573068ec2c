/// Tags: what news items are about, in every language, with slugs that lead on for ever.
@NullMarked
package dev.vestnik.tag;

import org.jspecify.annotations.NullMarked;
