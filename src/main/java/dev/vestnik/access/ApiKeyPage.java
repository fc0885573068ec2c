package dev.vestnik.access;

import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.PageInfo;
import dev.vestnik.edge.Paged;
import dev.vestnik.edge.Paging;
import dev.vestnik.edge.Window;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of API keys, the newest first.
@Schema(name = "ApiKeyPage")
record ApiKeyPage(List<ApiKeyView> items, PageInfo page) implements Paged {

    static ApiKeyPage of(Paging wanted, Cursors cursors) {
        Window<ApiKey> window =
                Window.newestFirst(
                        "api-keys",
                        wanted,
                        cursors,
                        (condition, values) -> ApiKey.find(condition, values),
                        () -> ApiKey.count(),
                        key -> key.id);
        return new ApiKeyPage(window.rows().stream().map(ApiKeyView::of).toList(), window.page());
    }
}
