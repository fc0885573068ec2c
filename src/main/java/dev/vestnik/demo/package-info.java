/// The demonstration newsroom that greets a newcomer in development mode.
@NullMarked
package dev.vestnik.demo;

import org.jspecify.annotations.NullMarked;
