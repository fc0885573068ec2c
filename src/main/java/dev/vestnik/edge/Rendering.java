package dev.vestnik.edge;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /// Filters are made before the settings are read that rooms need for their links.
    private final Provider<PageLinks> links;

    private final Provider<RoutingContext> calls;

    Rendering(
            WrittenJson json,
            EdgeSettings settings,
            Provider<PageLinks> links,
            Provider<RoutingContext> calls) {
        this.json = json;
        this.settings = settings;
        this.links = links;
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
        HttpServerRequest asked = calls.get().request();
        boolean described = response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL);
        Rendered rendered =
                response.getStatus() >= 200 && response.getStatus() < 300
                        ? of(
                                entity,
                                type,
                                asked,
                                isReading(asked) ? fields(request) : null,
                                described)
                        : bare(entity, type, asked);
        rendered.headers().forEach(response.getHeaders()::putSingle);
        if (rendered.kept() != null) {
            Keeping.expect(request, rendered);
        }
        if (rendered.isNotModified()) {
            response.setStatus(304);
            response.setEntity(null);
            return;
        }
        boolean expanded =
                entity instanceof Packed
                        && !rendered.headers().containsKey(HttpHeaders.CONTENT_ENCODING);
        StreamingOutput expansion = out -> Gzip.expand(rendered.body(), out);
        response.setEntity(expanded ? expansion : rendered.sent(), new Annotation[0], type);
    }

    private static boolean isJson(MediaType type) {
        return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    }

    private static boolean isReading(HttpServerRequest request) {
        return READING.contains(request.method().name());
    }

    private static @Nullable String fields(ContainerRequestContext request) {
        return request.getUriInfo().getQueryParameters().getFirst(FIELDS);
    }

    /// The answer of a resource that found nothing wrong.
    ///
    /// @param fields the names of its members that were asked for, by commas; null for all
    /// @param described whether it has been said how long it may be kept
    Rendered of(
            Object entity,
            MediaType type,
            HttpServerRequest request,
            @Nullable String fields,
            boolean described) {
        boolean packed = entity instanceof Packed;
        byte[] body = json.of(entity, fields);
        boolean compress = (packed || Gzip.isWorthwhile(body)) && takesGzip(request);
        byte[] compressed = compress && !packed ? Gzip.compressed(body) : null;
        Long version = entity instanceof Versioned versioned ? versioned.version() : null;
        Instant modified = entity instanceof Tracked tracked ? tracked.lastModified() : null;
        String etag = Etags.of(body, version, compress);
        Map<String, String> headers = headers(compress);
        headers.put(HttpHeaders.ETAG, etag);
        describe(entity, modified, request, headers, described);
        boolean reading = isReading(request);
        boolean notModified = reading && notModified(request, etag, modified);
        if (notModified) {
            headers.remove(HttpHeaders.CONTENT_ENCODING);
        }
        return new Rendered(
                body,
                compressed,
                version,
                type,
                headers,
                notModified,
                reading && !packed && entity instanceof Tracked tracked ? tracked : null);
    }

    /// What else a resource says, such as a problem.
    private Rendered bare(Object entity, MediaType type, HttpServerRequest request) {
        byte[] body = json.of(entity, null);
        boolean compress = Gzip.isWorthwhile(body) && takesGzip(request);
        return new Rendered(
                body,
                compress ? Gzip.compressed(body) : null,
                null,
                type,
                headers(compress),
                false,
                null);
    }

    private Map<String, String> headers(boolean compress) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                HttpHeaders.VARY,
                "Accept, Accept-Encoding, Authorization"
                        + (settings.allowedOrigins().isPresent() ? ", Origin" : ""));
        if (compress) {
            headers.put(HttpHeaders.CONTENT_ENCODING, Gzip.NAME);
        }
        return headers;
    }

    private static boolean takesGzip(HttpServerRequest request) {
        return Gzip.isAccepted(sent(request, HttpHeaders.ACCEPT_ENCODING));
    }

    private static boolean notModified(
            HttpServerRequest request, String etag, @Nullable Instant modified) {
        return Conditions.notModified(
                sent(request, HttpHeaders.IF_NONE_MATCH),
                sent(request, HttpHeaders.IF_MODIFIED_SINCE),
                etag,
                modified);
    }

    /// A header in one, however many lines it came in (RFC 9110 section 5.3).
    private static @Nullable String sent(HttpServerRequest request, String header) {
        List<String> lines = request.headers().getAll(header);
        return lines.isEmpty() ? null : String.join(", ", lines);
    }

    private void describe(
            Object entity,
            @Nullable Instant modified,
            HttpServerRequest request,
            Map<String, String> headers,
            boolean described) {
        if (entity instanceof Paged paged) {
            headers.put(HttpHeaders.LINK, links.get().of(request, paged.page()));
        }
        if (modified != null) {
            headers.put(HttpHeaders.LAST_MODIFIED, Conditions.httpDate(modified));
        }
        if (described) {
            return;
        }
        if (!isReading(request) || request.headers().contains(HttpHeaders.AUTHORIZATION)) {
            headers.put(HttpHeaders.CACHE_CONTROL, "private, no-store");
            return;
        }
        headers.put(
                HttpHeaders.CACHE_CONTROL,
                "public, max-age="
                        + settings.maxAge().toSeconds()
                        + ", stale-while-revalidate="
                        + settings.staleWhileRevalidate().toSeconds());
        if (entity instanceof Tracked tracked) {
            headers.put(SURROGATE_KEY, String.join(" ", tracked.surrogateKeys()));
        }
    }
}
