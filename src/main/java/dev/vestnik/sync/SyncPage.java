package dev.vestnik.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vestnik.edge.Tracked;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Part of what a client is to take over. It has one of the two tokens.
@Schema(name = "SyncPage")
record SyncPage(
        List<SyncEntry> items,
        @Schema(description = "There is more: ask on with it at once.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable String nextToken,
        @Schema(description = "That was all: keep it, and ask with it for what changed since.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable String syncToken)
        implements Tracked {

    @Override
    public Set<String> surrogateKeys() {
        Set<String> keys = new LinkedHashSet<>();
        keys.add("news");
        for (SyncEntry entry : items) {
            if (entry instanceof SyncEntry.Present present) {
                keys.addAll(present.item().surrogateKeys());
            }
        }
        return keys;
    }
}
