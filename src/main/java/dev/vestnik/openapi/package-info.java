/// Completes the OpenAPI document with what the code knows but SmallRye does not: which members are
/// always there, which problems an operation answers with, who may call it, and the order of an
/// editor's day.
@NullMarked
package dev.vestnik.openapi;

import org.jspecify.annotations.NullMarked;
