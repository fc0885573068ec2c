package dev.vestnik.audit;

import dev.vestnik.edge.Ids;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Tells what a request does to what, as a line of the audit log says it.
final class Deeds {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String WRITTEN = Deeds.class.getName() + ".written";
    private static final int KIND = 2;
    private static final int LONGEST_ID = 200;

    /// To look at annotations takes longer than all else here.
    private static final Map<Method, Boolean> WRITES = new ConcurrentHashMap<>();

    private Deeds() {}

    /// Whether the method is an operation that writes, and is to be told of.
    static boolean isWrite(Method method) {
        return WRITES.computeIfAbsent(method, Deeds::hasWritingVerb);
    }

    private static boolean hasWritingVerb(Method method) {
        if (method.isAnnotationPresent(Unaudited.class)) {
            return false;
        }
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return !READING.contains(verb.value());
            }
        }
        return false;
    }

    /// Remembers that the request's transaction took care of its line.
    static void markWritten(RoutingContext call) {
        call.put(WRITTEN, true);
    }

    static boolean isWritten(RoutingContext call) {
        return call.get(WRITTEN) != null;
    }

    /// What was done, to the resource of the path, or to the one that was created at `location`.
    static AuditLog.Deed done(
            Method operation, UriInfo uri, int status, @Nullable String location) {
        String id = pathId(uri);
        if (id == null && location != null) {
            id = location.substring(location.lastIndexOf('/') + 1);
        }
        return new AuditLog.Deed(
                action(operation),
                kind(uri),
                id == null || id.length() > LONGEST_ID ? null : id,
                status);
    }

    /// What was refused. The path of such a request may hold anything, so that only an id of ours
    /// is kept.
    static AuditLog.Deed refused(Method operation, UriInfo uri, int status) {
        String id = pathId(uri);
        return new AuditLog.Deed(
                action(operation), kind(uri), id != null && Ids.isId(id) ? id : null, status);
    }

    private static String action(Method operation) {
        return operation.getDeclaringClass().getSimpleName() + '_' + operation.getName();
    }

    /// `news` of `/api/v1/news/…`.
    private static String kind(UriInfo uri) {
        String[] parts = uri.getPath().replaceFirst("^/", "").split("/");
        return parts.length > KIND ? parts[KIND] : parts[parts.length - 1];
    }

    private static @Nullable String pathId(UriInfo uri) {
        List<String> ids = uri.getPathParameters().get("id");
        if (ids == null) {
            ids = uri.getPathParameters().values().stream().findFirst().orElse(List.of());
        }
        return ids.isEmpty() ? null : ids.get(0);
    }
}
