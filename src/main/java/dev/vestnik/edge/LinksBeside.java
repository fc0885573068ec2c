package dev.vestnik.edge;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/// More links of an answer that is a page than those to other pages of it, from a room that has the
/// same in another form.
public interface LinksBeside {

    /// The values of a `Link` header (RFC 8288), in their order; none for a page of something else.
    ///
    /// @param request of the page; a resource has found nothing wrong with it
    List<String> of(HttpServerRequest request);
}
