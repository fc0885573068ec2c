/// Consent as evidence: notices and what they say, the consents given under them, and the proof of
/// both.
@NullMarked
package dev.vestnik.consent;

import org.jspecify.annotations.NullMarked;
