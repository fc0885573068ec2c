package dev.vestnik.consent;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a published version says beside its texts.
record EditionTerms(
        VersionMode mode,
        VersionChange change,
        String validity,
        Controller controller,
        List<FrozenPurpose> purposes) {

    /// The codes of those that go by consent alone.
    Set<String> asked() {
        return purposes.stream()
                .filter(purpose -> !purpose.necessary())
                .map(FrozenPurpose::code)
                .collect(Collectors.toUnmodifiableSet());
    }
}
