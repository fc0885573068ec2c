/// The news in the formats that other programs read: feeds, maps of the site, structured data.
@NullMarked
package dev.vestnik.feed;

import org.jspecify.annotations.NullMarked;
