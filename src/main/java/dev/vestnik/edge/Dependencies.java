package dev.vestnik.edge;

import jakarta.enterprise.context.RequestScoped;
import java.util.LinkedHashSet;
import java.util.Set;

/// What the answer to the present request depends on, besides what it shows: whoever reads
/// something says by which keys the answer is to be forgotten. An answer of which nobody said
/// anything is not kept.
@RequestScoped
public class Dependencies {

    private final Set<String> keys = new LinkedHashSet<>();
    private boolean unknown;

    /// The answer is old once somebody tells the response cache to forget the key.
    public void on(String key) {
        keys.add(key);
    }

    /// The answer depends on something whose changes nobody tells the response cache of: it is not
    /// kept.
    public void onUnknown() {
        unknown = true;
    }

    /// Empty where the answer is not to be kept.
    Set<String> keys() {
        return unknown ? Set.of() : keys;
    }
}
