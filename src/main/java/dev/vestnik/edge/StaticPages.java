package dev.vestnik.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/// What browsers are told of the pages that lie in the program itself. They are asked for anew each
/// time, which is 304 as a rule, so that another version of the program is never half shown.
@Singleton
class StaticPages {

    private static final String READER = "/demo";
    private static final Set<String> WELCOME = Set.of("/", "/index.html", "/vestnik.css");
    private static final int AFTER_THE_FRONT_DOOR = 100;

    /// Scripts and styles come from here alone, pictures from wherever an editor took them. Text
    /// becomes elements in one place of the reader, under the one policy that is named.
    private static final String READER_POLICY =
            String.join(
                    "; ",
                    "default-src 'none'",
                    "script-src 'self'",
                    "style-src 'self'",
                    "img-src 'self' https: http: data:",
                    "connect-src 'self'",
                    "base-uri 'none'",
                    "form-action 'none'",
                    "frame-ancestors 'none'",
                    "require-trusted-types-for 'script'",
                    "trusted-types vestnik-inert");

    void open(@Observes Filters filters) {
        filters.register(this::describe, AFTER_THE_FRONT_DOOR);
    }

    private void describe(RoutingContext call) {
        HttpServerResponse response = call.response();
        String path = call.normalizedPath();
        if (path.equals(READER)) {
            String query = call.request().query();
            response.setStatusCode(308)
                    .putHeader("Location", READER + "/" + (query == null ? "" : "?" + query))
                    .putHeader("Cache-Control", "no-cache")
                    .end();
            return;
        }
        boolean reader = path.startsWith(READER + "/");
        if (reader) {
            response.putHeader("Content-Security-Policy", READER_POLICY);
        }
        if (reader || WELCOME.contains(path)) {
            response.putHeader("Cache-Control", "no-cache");
        }
        call.next();
    }
}
