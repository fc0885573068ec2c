package dev.vestnik.news;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Asks which published items are like some others. What stands above the news and knows their
/// words answers it.
public interface LikeThis {

    /// The items that are most like each, the most alike first, in the same locale. An item that
    /// nothing is known of is missing.
    Map<UUID, List<UUID>> like(Collection<UUID> ids, int most);
}
