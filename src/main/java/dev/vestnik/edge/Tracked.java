package dev.vestnik.edge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An answer that knows what it was made of, for caches.
public interface Tracked {

    /// What the answer depends on, such as `news:0193…`; a change of any of them may make it old.
    @JsonIgnore
    Set<String> surrogateKeys();

    /// When the newest of its parts last changed; null where that cannot be said.
    @JsonIgnore
    default @Nullable Instant lastModified() {
        return null;
    }
}
