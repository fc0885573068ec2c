package dev.vestnik.webhook;

import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Paging;
import dev.vestnik.edge.Parameters;
import dev.vestnik.edge.QueryParameters;
import dev.vestnik.edge.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// A webhook's deliveries, the newest first.
@QueryParameters
public class DeliveryListing extends Paging {

    @RestQuery
    @Parameter(description = "PENDING, DELIVERED, FAILED, or some of them, separated by commas.")
    public @Nullable String state;

    DeliveryPage page(UUID webhook, Cursors cursors) {
        List<String> conditions = new ArrayList<>(List.of("webhookId = :webhook"));
        Map<String, Object> values = new HashMap<>(Map.of("webhook", webhook));
        if (state != null) {
            conditions.add("state in :states");
            values.put("states", Parameters.constants("state", state, DeliveryState.class));
        }
        Long count = total ? Delivery.count(String.join(" and ", conditions), values) : null;
        String query = "deliveries\n" + webhook + '\n' + state;
        Cursors.Cursor from = cursor == null ? null : cursors.read(query, cursor, 1);
        boolean backward = from != null && from.backward();
        if (from != null) {
            conditions.add("id " + (backward ? ">" : "<") + " :place");
            values.put("place", UUID.fromString(from.place().get(0)));
        }
        List<Delivery> found =
                Delivery.<Delivery>find(
                                String.join(" and ", conditions)
                                        + " order by id "
                                        + (backward ? "asc" : "desc"),
                                values)
                        .page(0, limit + 1)
                        .list();
        Window<Delivery> window =
                Window.of(
                        found,
                        limit,
                        from,
                        count,
                        delivery -> List.of(delivery.id.toString()),
                        at -> cursors.write(query, at));
        return new DeliveryPage(
                window.rows().stream().map(DeliveryView::of).toList(), window.page());
    }
}
