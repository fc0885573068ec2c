package dev.vestnik.edge;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes public answers into the response cache once every header of theirs stands, and gives them
/// to those who wait for the same; to those an answer that is not kept as well, since they asked
/// while it was being computed.
@jakarta.ws.rs.ext.Provider
@Priority(0)
class Keeping implements ContainerResponseFilter {

    private static final Set<String> OF_THE_FORM =
            Set.of(
                    HttpHeaders.ETAG,
                    HttpHeaders.CONTENT_ENCODING,
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.CONTENT_LENGTH);

    private static final String PLACE = Rendered.class.getName();

    private final ResponseCache cache;
    private final Provider<RoutingContext> calls;
    private final Provider<Dependencies> dependencies;

    Keeping(
            ResponseCache cache,
            Provider<RoutingContext> calls,
            Provider<Dependencies> dependencies) {
        this.cache = cache;
        this.calls = calls;
        this.dependencies = dependencies;
    }

    /// Notes on the request what its answer is, until every header of it stands.
    static void expect(ContainerRequestContext request, Rendered rendered) {
        request.setProperty(PLACE, rendered);
    }

    /// Off the request, which may be known of for longer than its answer takes.
    private static @Nullable Rendered takenOff(ContainerRequestContext request) {
        Object there = request.getProperty(PLACE);
        request.removeProperty(PLACE);
        return there instanceof Rendered rendered ? rendered : null;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Rendered rendered = takenOff(request);
        if (rendered == null) {
            return;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        response.getHeaders()
                .forEach((name, values) -> headers.put(name, String.valueOf(values.get(0))));
        keep(calls.get(), rendered, headers);
    }

    /// Takes an answer in, where it is expected.
    ///
    /// @param headers all that it is sent with
    void keep(RoutingContext call, Rendered rendered, Map<String, String> headers) {
        Expected expected = Expected.by(call);
        Tracked entity = rendered.kept();
        if (expected == null || entity == null) {
            return;
        }
        Set<String> known = dependencies.get().keys();
        String control = headers.get(HttpHeaders.CACHE_CONTROL);
        boolean kept = !known.isEmpty();
        if (control == null
                || !control.startsWith("public")
                || !kept && !expected.flight().isAwaited()) {
            return;
        }
        Set<String> all = new LinkedHashSet<>(known);
        all.addAll(entity.surrogateKeys());
        ReadyAnswer ready =
                ready(expected.address(), rendered, entity.lastModified(), all, headers);
        if (kept
                && cache.keep(
                        ready, expected.flight().epoch, expected.asked(), expected.address())) {
            call.response().putHeader(CachedAnswers.STATUS, CachedAnswers.STORED);
        }
        expected.flight().land(ready);
    }

    private static ReadyAnswer ready(
            String address,
            Rendered rendered,
            @Nullable Instant modified,
            Set<String> dependencies,
            Map<String, String> headers) {
        Map<String, String> always = new LinkedHashMap<>(headers);
        always.keySet().removeAll(OF_THE_FORM);
        String type = rendered.type().toString();
        byte[] compressed = rendered.compressed();
        return new ReadyAnswer(
                address + '\n' + type,
                dependencies,
                modified,
                form(rendered, always, type, null),
                compressed == null ? null : form(rendered, always, type, compressed),
                Gzip.isWorthwhile(rendered.body()));
    }

    private static ReadyAnswer.Form form(
            Rendered rendered,
            Map<String, String> always,
            String type,
            byte @Nullable [] compressed) {
        String etag = Etags.of(rendered.body(), rendered.version(), compressed != null);
        Map<String, String> ofAll = new LinkedHashMap<>();
        ofAll.put(HttpHeaders.ETAG, etag);
        ofAll.put(HttpHeaders.CONTENT_TYPE, type);
        ofAll.putAll(always);
        return compressed == null
                ? new ReadyAnswer.Form(etag, ofAll, Map.of(), rendered.body())
                : new ReadyAnswer.Form(
                        etag, ofAll, Map.of(HttpHeaders.CONTENT_ENCODING, Gzip.NAME), compressed);
    }
}
