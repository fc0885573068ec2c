package dev.vestnik.consent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vestnik.edge.ClientAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// What is known of the present request as evidence: a part of the address, and the family of the
/// browser.
@Singleton
class Circumstances {

    private final RoutingContext call;
    private final ClientAddress addresses;

    Circumstances(RoutingContext call, ClientAddress addresses) {
        this.call = call;
        this.addresses = addresses;
    }

    ObjectNode evidence() {
        return ConsentJson.object()
                .put("address", addresses.truncated(call.request()))
                .put("userAgent", family(call.request().getHeader("User-Agent")));
    }

    /// Whether the browser sends Global Privacy Control.
    boolean gpc() {
        return "1".equals(call.request().getHeader("Sec-GPC"));
    }

    /// The family that a User-Agent names, and nothing more of it.
    static String family(@Nullable String userAgent) {
        String agent = userAgent == null ? "" : userAgent;
        String[][] families = {
            {"bot", "Bot"},
            {"YaBrowser/", "Yandex"},
            {"SamsungBrowser/", "Samsung Internet"},
            {"Edg", "Edge"},
            {"OPR/", "Opera"},
            {"Firefox/", "Firefox"},
            {"FxiOS/", "Firefox"},
            {"CriOS/", "Chrome"},
            {"Chrome/", "Chrome"},
            {"Safari/", "Safari"}
        };
        for (String[] family : families) {
            if (agent.contains(family[0])) {
                return family[1];
            }
        }
        return "Other";
    }
}
