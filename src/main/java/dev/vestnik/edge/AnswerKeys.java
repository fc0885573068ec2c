package dev.vestnik.edge;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/// The keys that the answer to one request depends on.
@RequestScoped
class AnswerKeys {

    private final Set<String> keys = new LinkedHashSet<>();
    private boolean refused;

    void add(String key) {
        keys.add(key);
    }

    void add(Collection<String> more) {
        keys.addAll(more);
    }

    void refuse() {
        refused = true;
    }

    Set<String> all() {
        return refused ? Set.of() : Set.copyOf(keys);
    }
}
