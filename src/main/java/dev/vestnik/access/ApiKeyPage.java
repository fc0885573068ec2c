package dev.vestnik.access;

import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.PageInfo;
import dev.vestnik.edge.Paged;
import dev.vestnik.edge.Paging;
import dev.vestnik.edge.Window;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of API keys, the newest first.
@Schema(name = "ApiKeyPage")
record ApiKeyPage(List<ApiKeyView> items, PageInfo page) implements Paged {

    private static final String QUERY = "api-keys";

    static ApiKeyPage of(Paging wanted, Cursors cursors) {
        Cursors.Cursor from = wanted.cursor == null ? null : cursors.read(QUERY, wanted.cursor, 1);
        List<ApiKey> found =
                (from == null
                                ? ApiKey.<ApiKey>find("order by id desc")
                                : ApiKey.<ApiKey>find(
                                        from.backward()
                                                ? "id > ?1 order by id asc"
                                                : "id < ?1 order by id desc",
                                        UUID.fromString(from.place().get(0))))
                        .page(0, wanted.limit + 1)
                        .list();
        Window<ApiKey> window =
                Window.of(
                        found,
                        wanted.limit,
                        from,
                        wanted.total ? ApiKey.count() : null,
                        key -> List.of(key.id.toString()),
                        at -> cursors.write(QUERY, at));
        return new ApiKeyPage(window.rows().stream().map(ApiKeyView::of).toList(), window.page());
    }
}
