/// What the newsroom is called, which languages it speaks, where its pages stand.
@NullMarked
package dev.vestnik.site;

import org.jspecify.annotations.NullMarked;
