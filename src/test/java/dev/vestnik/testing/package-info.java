/// What tests stand on: the two databases, a clean one for each test, a clock that can be stopped,
/// logins, builders.
package dev.vestnik.testing;
