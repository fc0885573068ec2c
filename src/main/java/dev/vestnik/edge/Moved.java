package dev.vestnik.edge;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/// Answers 301 (RFC 9110 section 15.4.2) where something has another name now.
public final class Moved {

    private Moved() {}

    /// The same request with another last part of its path.
    public static <T> RestResponse<T> to(UriInfo uri, String name) {
        String path = uri.getRequestUri().getRawPath();
        String query = uri.getRequestUri().getRawQuery();
        String target =
                path.substring(0, path.lastIndexOf('/') + 1)
                        + name
                        + (query == null ? "" : "?" + query);
        return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.MOVED_PERMANENTLY)
                .header(HttpHeaders.LOCATION, target)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .build();
    }
}
