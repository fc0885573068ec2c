package dev.vestnik.tag;

import dev.vestnik.edge.PageInfo;
import dev.vestnik.edge.Paged;
import dev.vestnik.edge.Tracked;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of tags.
@Schema(name = "TagPage")
record TagPage(List<TagView> items, PageInfo page) implements Paged, Tracked {

    @Override
    public Set<String> surrogateKeys() {
        return Set.of("tags");
    }
}
