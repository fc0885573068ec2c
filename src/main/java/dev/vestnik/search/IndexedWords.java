package dev.vestnik.search;

import dev.vestnik.language.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Takes the texts of one item apart, each once: most working copies say what the public sees.
final class IndexedWords {

    private record Key(String text, Language language) {}

    private final Map<Key, IndexedText> known = new HashMap<>();

    IndexedText of(@Nullable String text, Language language) {
        return known.computeIfAbsent(
                new Key(Objects.requireNonNullElse(text, ""), language),
                key -> IndexedText.of(key.text(), key.language()));
    }
}
