package dev.vestnik.edge;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes every answer of ours ready bytes, and says what HTTP has to say about them: `fields`,
/// `ETag`, `Last-Modified`, `Cache-Control`, `Vary`, `Surrogate-Key`, `Link`, 304 and gzip.
@jakarta.ws.rs.ext.Provider
class Rendering implements ContainerResponseFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String SURROGATE_KEY = "Surrogate-Key";
    private static final String FIELDS = "fields";

    private final WrittenJson json;
    private final EdgeSettings settings;
    private final Provider<RoutingContext> calls;

    Rendering(WrittenJson json, EdgeSettings settings, Provider<RoutingContext> calls) {
        this.json = json;
        this.settings = settings;
        this.calls = calls;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object entity = response.getEntity();
        MediaType type = response.getMediaType();
        boolean ours = entity instanceof Written || (type != null && isJson(type));
        if (entity == null || type == null || !ours || entity instanceof byte[]) {
            return;
        }
        boolean reading = READING.contains(request.getMethod());
        boolean ok = response.getStatus() >= 200 && response.getStatus() < 300;
        byte[] body = json.of(entity, reading && ok ? fields(request) : null);
        boolean packed = entity instanceof Packed;
        boolean compress =
                (packed || Gzip.isWorthwhile(body))
                        && Gzip.isAccepted(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        byte[] compressed = compress && !packed ? Gzip.compressed(body) : null;
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(
                HttpHeaders.VARY,
                "Accept, Accept-Encoding, Authorization"
                        + (settings.allowedOrigins().isPresent() ? ", Origin" : ""));
        if (ok) {
            Long version = entity instanceof Versioned versioned ? versioned.version() : null;
            String etag = Etags.of(body, version, compress);
            headers.putSingle(HttpHeaders.ETAG, etag);
            Instant modified = entity instanceof Tracked tracked ? tracked.lastModified() : null;
            describe(entity, modified, request, headers);
            boolean notModified = reading && notModified(request, etag, modified);
            if (entity instanceof Tracked tracked && reading && !packed) {
                new Keeping.Rendered(body, compressed, version, type, tracked).of(request);
            }
            if (notModified) {
                response.setStatus(304);
                response.setEntity(null);
                return;
            }
        }
        if (compress) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, Gzip.NAME);
        }
        Object sent = compressed != null ? compressed : body;
        response.setEntity(
                packed ? sent((Packed) entity, compress) : sent, new Annotation[0], type);
    }

    private static Object sent(Packed packed, boolean compress) {
        byte[] bytes = packed.bytes();
        return compress ? bytes : (StreamingOutput) out -> Gzip.expand(bytes, out);
    }

    private static boolean isJson(MediaType type) {
        return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    }

    private static @Nullable String fields(ContainerRequestContext request) {
        return request.getUriInfo().getQueryParameters().getFirst(FIELDS);
    }

    private static boolean notModified(
            ContainerRequestContext request, String etag, @Nullable Instant modified) {
        return Conditions.notModified(
                request.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE),
                etag,
                modified);
    }

    private void describe(
            Object entity,
            @Nullable Instant modified,
            ContainerRequestContext request,
            MultivaluedMap<String, Object> headers) {
        if (entity instanceof Paged paged) {
            headers.putSingle(HttpHeaders.LINK, PageLinks.of(calls.get().request(), paged.page()));
        }
        if (modified != null) {
            headers.putSingle(HttpHeaders.LAST_MODIFIED, Conditions.httpDate(modified));
        }
        if (headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            return;
        }
        if (!READING.contains(request.getMethod())
                || request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
            return;
        }
        headers.putSingle(
                HttpHeaders.CACHE_CONTROL,
                "public, max-age="
                        + settings.maxAge().toSeconds()
                        + ", stale-while-revalidate="
                        + settings.staleWhileRevalidate().toSeconds());
        if (entity instanceof Tracked tracked) {
            headers.putSingle(SURROGATE_KEY, String.join(" ", tracked.surrogateKeys()));
        }
    }
}
