package dev.vestnik.webhook;

import dev.vestnik.edge.PageInfo;
import dev.vestnik.edge.Paged;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of a webhook's deliveries, the newest first.
@Schema(name = "WebhookDeliveryPage")
record DeliveryPage(List<DeliveryView> items, PageInfo page) implements Paged {}
