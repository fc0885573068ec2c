package dev.vestnik.edge;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Knows which methods a path offers, for the `Allow` that a 405 must have (RFC 9110 section
/// 15.5.6) and that Quarkus REST does not tell.
@Singleton
class AllowedMethods {

    private final List<Route> routes = new ArrayList<>();

    private record Route(Pattern path, String method) {}

    AllowedMethods(BeanManager beans) {
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path base = bean.getBeanClass().getAnnotation(Path.class);
            if (base != null) {
                for (Method operation : bean.getBeanClass().getMethods()) {
                    add(base.value(), operation);
                }
            }
        }
    }

    private void add(String base, Method operation) {
        for (Annotation annotation : operation.getAnnotations()) {
            HttpMethod method = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (method != null) {
                Path rest = operation.getAnnotation(Path.class);
                routes.add(new Route(pattern(base, rest), method.value()));
            }
        }
    }

    private static Pattern pattern(String base, @Nullable Path rest) {
        String template = base + (rest == null ? "" : rest.value());
        return Pattern.compile(template.replaceAll("\\{[^}]*}", "[^/]+"));
    }

    /// The methods, as the header has them; HEAD and OPTIONS with them.
    String at(String path) {
        Set<String> methods = new TreeSet<>(List.of("OPTIONS"));
        for (Route route : routes) {
            if (route.path().matcher(path).matches()) {
                methods.add(route.method());
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }
}
