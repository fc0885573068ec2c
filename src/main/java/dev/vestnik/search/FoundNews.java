package dev.vestnik.search;

import dev.vestnik.edge.PageInfo;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/// Searches for what shows the items in formats of its own.
@Singleton
public class FoundNews {

    private final SearchDesk desk;

    FoundNews(SearchDesk desk) {
        this.desk = desk;
    }

    /// A page of what was found, as ids in the order asked for.
    public record Found(List<UUID> ids, PageInfo page) {}

    public Found page(SearchListing wanted) {
        SearchPage found = desk.page(wanted);
        return new Found(found.items().stream().map(SearchHit::id).toList(), found.page());
    }
}
