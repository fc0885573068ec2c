package dev.vestnik.webhook;

import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.PageInfo;
import dev.vestnik.edge.Paged;
import dev.vestnik.edge.Paging;
import dev.vestnik.edge.Window;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of webhooks, the newest first.
@Schema(name = "WebhookPage")
record WebhookPage(List<WebhookView> items, PageInfo page) implements Paged {

    private static final String QUERY = "webhooks";

    static WebhookPage of(Paging wanted, Cursors cursors) {
        Cursors.Cursor from = wanted.cursor == null ? null : cursors.read(QUERY, wanted.cursor, 1);
        List<Webhook> found =
                (from == null
                                ? Webhook.<Webhook>find("order by id desc")
                                : Webhook.<Webhook>find(
                                        from.backward()
                                                ? "id > ?1 order by id asc"
                                                : "id < ?1 order by id desc",
                                        UUID.fromString(from.place().get(0))))
                        .page(0, wanted.limit + 1)
                        .list();
        Window<Webhook> window =
                Window.of(
                        found,
                        wanted.limit,
                        from,
                        wanted.total ? Webhook.count() : null,
                        webhook -> List.of(webhook.id.toString()),
                        at -> cursors.write(QUERY, at));
        return new WebhookPage(window.rows().stream().map(WebhookView::of).toList(), window.page());
    }
}
