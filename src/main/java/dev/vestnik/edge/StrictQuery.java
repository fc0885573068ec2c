package dev.vestnik.edge;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Refuses query parameters that an operation does not know, and repeated ones where it takes but
/// one value.
class StrictQuery {

    private static final String FIELDS = "fields";
    private static final Predicate<String> NUMBER =
            Pattern.compile("-?\\d{1,9}").asMatchPredicate();

    private final Map<Method, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        Map<String, List<String>> given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty() || resource.getResourceMethod() == null) {
            return;
        }
        Map<String, Class<?>> allowed =
                known.computeIfAbsent(resource.getResourceMethod(), StrictQuery::parameters);
        given.forEach((name, values) -> {
            Class<?> type = allowed.get(name);
            if (type == null) {
                String offered = allowed.isEmpty() ? "none" : String.join(", ", allowed.keySet());
                throw Problem.of(
                        ProblemType.UNKNOWN_PARAMETER,
                        List.of(
                                InputError.in(
                                        name,
                                        "UNKNOWN_PARAMETER",
                                        "is not known; allowed are: " + offered)));
            }
            if (!Collection.class.isAssignableFrom(type) && values.size() > 1) {
                throw Problem.parameter(name, "REPEATED", "may be given once");
            }
            values.forEach(value -> checkType(name, value, type));
            if (!values.stream().allMatch(StrictQuery::readable)) {
                throw Problem.parameter(name, "INVALID_TEXT", "has U+0000 or is not UTF-8");
            }
        });
        List<String> fields = given.get(FIELDS);
        if (fields != null) {
            checkFields(fields.get(0), resource.getResourceMethod());
        }
    }

    /// What was not UTF-8 has become U+FFFD by now.
    private static boolean readable(String value) {
        return StrictJson.storable(value) && value.indexOf('\ufffd') < 0;
    }

    /// JAX-RS would answer 404 to what it cannot convert, and take any word for a boolean.
    private static void checkType(String name, String value, Class<?> type) {
        if (value.isBlank()) {
            throw Problem.parameter(name, "BLANK", "must not be empty");
        }
        if ((type == int.class || type == Integer.class) && !NUMBER.test(value)) {
            throw Problem.parameter(name, "INVALID_NUMBER", "must be a whole number");
        }
        if ((type == boolean.class || type == Boolean.class)
                && !(value.equals("true") || value.equals("false"))) {
            throw Problem.parameter(name, "INVALID_BOOLEAN", "must be true or false");
        }
    }

    private static void checkFields(String fields, Method method) {
        List<String> members = members(method.getGenericReturnType());
        for (String field : fields.split(",", -1)) {
            if (!members.contains(field)) {
                throw Problem.parameter(
                        FIELDS,
                        "UNKNOWN_MEMBER",
                        "has no member named so; allowed are: " + String.join(", ", members));
            }
        }
    }

    /// The members of what an operation answers with; for a page, those of its items.
    private static List<String> members(Type answer) {
        if (answer instanceof ParameterizedType wrapped) {
            return members(wrapped.getActualTypeArguments()[0]);
        }
        List<RecordComponent> components = List.of(((Class<?>) answer).getRecordComponents());
        for (RecordComponent component : components) {
            if (component.getName().equals("items")) {
                return members(component.getGenericType());
            }
        }
        return components.stream().map(RecordComponent::getName).toList();
    }

    /// The names of an operation's query parameters, and the types that they are converted to.
    private static Map<String, Class<?>> parameters(Method method) {
        Map<String, Class<?>> names = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            collect(parameter, parameter.getName(), parameter.getType(), names);
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Class<?> type = parameter.getType();
                        type != Object.class;
                        type = type.getSuperclass()) {
                    for (Field field : type.getDeclaredFields()) {
                        collect(field, field.getName(), field.getType(), names);
                    }
                }
            }
        }
        return names;
    }

    private static void collect(
            AnnotatedElement element, String name, Class<?> type, Map<String, Class<?>> names) {
        RestQuery rest = element.getAnnotation(RestQuery.class);
        QueryParam jaxrs = element.getAnnotation(QueryParam.class);
        if (jaxrs != null) {
            names.put(jaxrs.value(), type);
        } else if (rest != null) {
            names.put(rest.value().isEmpty() ? name : rest.value(), type);
        }
    }
}
