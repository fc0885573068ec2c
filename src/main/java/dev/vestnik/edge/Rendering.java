package dev.vestnik.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Makes every answer of ours ready bytes, and says what HTTP has to say about them: `fields`,
/// `ETag`, `Last-Modified`, `Cache-Control`, `Vary`, `Surrogate-Key`, `Link`, 304 and gzip.
@Provider
class Rendering implements ContainerResponseFilter {

    private static final int WORTH_COMPRESSING = 1024;
    private static final String SURROGATE_KEY = "Surrogate-Key";
    private static final String FIELDS = "fields";

    private final ObjectMapper json;
    private final EdgeSettings settings;

    Rendering(ObjectMapper json, EdgeSettings settings) {
        this.json = json;
        this.settings = settings;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object entity = response.getEntity();
        MediaType type = response.getMediaType();
        boolean ours = entity instanceof Written || (type != null && isJson(type));
        if (entity == null || type == null || !ours || entity instanceof byte[]) {
            return;
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        boolean reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        boolean ok = response.getStatus() >= 200 && response.getStatus() < 300;
        byte[] body =
                bytes(
                        entity,
                        reading && ok
                                ? request.getUriInfo().getQueryParameters().getFirst(FIELDS)
                                : null);
        boolean packed = entity instanceof Packed;
        boolean compress = (packed || body.length > WORTH_COMPRESSING) && acceptsGzip(request);
        headers.putSingle(
                HttpHeaders.VARY,
                "Accept, Accept-Encoding, Authorization"
                        + (settings.allowedOrigins().isPresent() ? ", Origin" : ""));
        if (ok) {
            if (entity instanceof Paged paged) {
                headers.putSingle(
                        HttpHeaders.LINK,
                        String.join(", ", links(request.getUriInfo(), paged.page())));
            }
            Long version = entity instanceof Versioned versioned ? versioned.version() : null;
            String etag = Etags.of(body, version, compress);
            headers.putSingle(HttpHeaders.ETAG, etag);
            Instant modified = entity instanceof Tracked tracked ? tracked.lastModified() : null;
            describe(entity, modified, request, headers);
            if (reading && notModified(request, etag, modified)) {
                response.setStatus(304);
                response.setEntity(null);
                return;
            }
        }
        if (compress) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        Object sent = packed ? (compress ? body : expanded(body)) : (compress ? gzip(body) : body);
        response.setEntity(sent, new java.lang.annotation.Annotation[0], type);
    }

    private static boolean isJson(MediaType type) {
        return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    }

    private void describe(
            Object entity,
            @Nullable Instant modified,
            ContainerRequestContext request,
            MultivaluedMap<String, Object> headers) {
        if (modified != null) {
            headers.putSingle(HttpHeaders.LAST_MODIFIED, httpDate(modified));
        }
        if (headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            return;
        }
        boolean forAnyone = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!forAnyone || request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
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
            Set<String> keys = tracked.surrogateKeys();
            headers.putSingle(SURROGATE_KEY, String.join(" ", keys));
        }
    }

    private byte[] bytes(Object entity, @Nullable String fields) {
        if (entity instanceof Written written) {
            return written.bytes();
        }
        try {
            if (fields == null) {
                return json.writeValueAsBytes(entity);
            }
            JsonNode tree = json.valueToTree(entity);
            Set<String> wanted = Set.of(fields.split(","));
            if (entity instanceof Paged) {
                tree.path("items").forEach(item -> ((ObjectNode) item).retain(wanted));
            } else if (tree instanceof ObjectNode object) {
                object.retain(wanted);
            }
            return json.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// RFC 9110 section 12.5.3: what is said of gzip itself counts more than what is said of all.
    private static boolean acceptsGzip(ContainerRequestContext request) {
        String accepted = request.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        if (accepted == null) {
            return false;
        }
        Boolean any = null;
        for (String coding : accepted.toLowerCase(Locale.ROOT).split(",")) {
            String name = coding.split(";", 2)[0].strip();
            boolean wanted = !coding.replace(" ", "").matches(".*;q=0(\\.0*)?");
            if (name.equals("gzip")) {
                return wanted;
            }
            if (name.equals("*")) {
                any = wanted;
            }
        }
        return Boolean.TRUE.equals(any);
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed, 8192)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static StreamingOutput expanded(byte[] body) {
        return out -> {
            try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
                gzip.transferTo(out);
            }
        };
    }

    /// RFC 9110 section 13.2.2: `If-Modified-Since` counts only without `If-None-Match`.
    private static boolean notModified(
            ContainerRequestContext request, String etag, @Nullable Instant modified) {
        String ifNoneMatch = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (ifNoneMatch != null) {
            return Etags.noneMatchNames(ifNoneMatch, etag);
        }
        String since = request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE);
        if (since == null || modified == null) {
            return false;
        }
        try {
            Instant seen =
                    ZonedDateTime.parse(since, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return !modified.truncatedTo(ChronoUnit.SECONDS).isAfter(seen);
        } catch (DateTimeParseException e) {
            return false; // RFC 9110 section 13.1.3: an invalid date is ignored
        }
    }

    private static String httpDate(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME
                .format(time.atZone(ZoneOffset.UTC))
                .replaceFirst(", (\\d) ", ", 0$1 ");
    }

    private static List<String> links(UriInfo uri, PageInfo page) {
        List<String> links = new ArrayList<>();
        links.add(link(uri, null, "first"));
        if (page.prev() != null) {
            links.add(link(uri, page.prev(), "prev"));
        }
        if (page.next() != null) {
            links.add(link(uri, page.next(), "next"));
        }
        return links;
    }

    private static String link(UriInfo uri, @Nullable String cursor, String relation) {
        UriBuilder target = uri.getRequestUriBuilder().replaceQueryParam("cursor");
        if (cursor != null) {
            target.queryParam("cursor", cursor);
        }
        String address = target.build().toString();
        return "<"
                + (address.endsWith("?") ? address.substring(0, address.length() - 1) : address)
                + ">; rel=\""
                + relation
                + '"';
    }
}
