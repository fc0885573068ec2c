package dev.vestnik.edge;

import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The `Link` header of a page (RFC 8288). Its targets are relative to the page: what a client says
/// of the host goes into no answer that others may get from a cache.
final class PageLinks {

    private PageLinks() {}

    static String of(UriInfo uri, PageInfo page) {
        List<String> links = new ArrayList<>();
        links.add(link(uri, null, "first"));
        if (page.prev() != null) {
            links.add(link(uri, page.prev(), "prev"));
        }
        if (page.next() != null) {
            links.add(link(uri, page.next(), "next"));
        }
        return String.join(", ", links);
    }

    private static String link(UriInfo uri, @Nullable String cursor, String relation) {
        String asked = uri.getRequestUri().getRawQuery();
        String query =
                asked == null
                        ? ""
                        : Arrays.stream(asked.split("&"))
                                .filter(parameter ->
                                        !parameter.equals("cursor")
                                                && !parameter.startsWith("cursor="))
                                .collect(Collectors.joining("&"));
        if (cursor != null) {
            query += (query.isEmpty() ? "" : "&") + "cursor=" + cursor;
        }
        return "<"
                + uri.getRequestUri().getRawPath()
                + (query.isEmpty() ? "" : "?" + query)
                + ">; rel=\""
                + relation
                + '"';
    }
}
