package dev.vestnik.edge;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Settles which of several types an operation answers with, by RFC 9110, section 12.5.1. JAX-RS
/// would make `application/octet-stream` of `application/*`, and refuse `text/*`.
class AgreedFormat {

    private final Map<Method, List<MediaType>> written = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void agree(ContainerRequestContext request, ResourceInfo resource) {
        List<String> accepted = request.getHeaders().get(HttpHeaders.ACCEPT);
        if (accepted == null || resource.getResourceMethod() == null) {
            return;
        }
        List<MediaType> offered =
                written.computeIfAbsent(resource.getResourceMethod(), AgreedFormat::types);
        if (offered.size() < 2) {
            return;
        }
        AcceptedTypes wanted = AcceptedTypes.of(String.join(",", accepted));
        if (wanted.ranges().isEmpty()) {
            return;
        }
        MediaType best =
                wanted.best(offered)
                        .orElseThrow(() ->
                                Problem.of(
                                        ProblemType.NOT_ACCEPTABLE,
                                        "Offered are " + names(offered) + "."));
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, name(best));
    }

    private static String names(List<MediaType> types) {
        return types.stream().map(AgreedFormat::name).collect(Collectors.joining(", "));
    }

    /// Without its parameters, as clients ask for it.
    private static String name(MediaType type) {
        return type.getType() + "/" + type.getSubtype();
    }

    private static List<MediaType> types(Method operation) {
        return Optional.ofNullable(operation.getAnnotation(Produces.class))
                .or(() ->
                        Optional.ofNullable(
                                operation.getDeclaringClass().getAnnotation(Produces.class)))
                .stream()
                .flatMap(produces -> Stream.of(produces.value()))
                .map(MediaType::valueOf)
                .toList();
    }
}
