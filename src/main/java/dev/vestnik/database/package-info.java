/// Lets one build run on H2 or PostgreSQL, and keeps the embedded one in good order.
@NullMarked
package dev.vestnik.database;

import org.jspecify.annotations.NullMarked;
