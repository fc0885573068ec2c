package dev.vestnik.news;

import dev.vestnik.edge.PageInfo;
import dev.vestnik.edge.Paged;
import dev.vestnik.edge.Tracked;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of news.
@Schema(name = "NewsPage")
public record NewsPage(List<NewsView> items, PageInfo page) implements Paged, Tracked {

    @Override
    public Set<String> surrogateKeys() {
        Set<String> keys = new LinkedHashSet<>();
        keys.add("news");
        Set<UUID> tags = new HashSet<>();
        items.forEach(item -> item.addSurrogateKeys(keys, tags));
        return keys;
    }
}
