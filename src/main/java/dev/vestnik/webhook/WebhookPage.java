package dev.vestnik.webhook;

import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.PageInfo;
import dev.vestnik.edge.Paged;
import dev.vestnik.edge.Paging;
import dev.vestnik.edge.Window;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of webhooks, the newest first.
@Schema(name = "WebhookPage")
record WebhookPage(List<WebhookView> items, PageInfo page) implements Paged {

    static WebhookPage of(Paging wanted, Cursors cursors) {
        Window<Webhook> window =
                Window.newestFirst(
                        "webhooks",
                        wanted,
                        cursors,
                        (condition, values) -> Webhook.find(condition, values),
                        () -> Webhook.count(),
                        webhook -> webhook.id);
        return new WebhookPage(window.rows().stream().map(WebhookView::of).toList(), window.page());
    }
}
