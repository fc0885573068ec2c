package dev.vestnik.edge;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The `Link` header of a page (RFC 8288). Its targets are relative to the page: what a client says
/// of the host goes into no answer that others may get from a cache.
@Singleton
class PageLinks {

    private static final String CURSOR = "cursor";

    private final List<LinksBeside> beside;

    PageLinks(Instance<LinksBeside> beside) {
        this.beside = beside.stream().toList();
    }

    String of(HttpServerRequest asked, PageInfo page) {
        String path = asked.path();
        String query = RawQuery.keep(asked.query(), name -> !name.equals(CURSOR));
        List<String> links = new ArrayList<>();
        links.add(link(path, query, null, "first"));
        if (page.prev() != null) {
            links.add(link(path, query, page.prev(), "prev"));
        }
        if (page.next() != null) {
            links.add(link(path, query, page.next(), "next"));
        }
        beside.forEach(room -> links.addAll(room.of(asked)));
        return String.join(", ", links);
    }

    private static String link(
            String path, String query, @Nullable String cursor, String relation) {
        String whole = query;
        if (cursor != null) {
            whole += (query.isEmpty() ? "" : "&") + CURSOR + "=" + cursor;
        }
        return "<" + path + (whole.isEmpty() ? "" : "?" + whole) + ">; rel=\"" + relation + '"';
    }
}
