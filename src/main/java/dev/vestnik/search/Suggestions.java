package dev.vestnik.search;

import dev.vestnik.edge.Tracked;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Tags first, then titles.
@Schema(name = "Suggestions")
record Suggestions(List<Suggestion> items) implements Tracked {

    @Override
    public Set<String> surrogateKeys() {
        return Set.of("news");
    }
}
