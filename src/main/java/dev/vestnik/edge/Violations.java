package dev.vestnik.edge;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Iterator;
import java.util.Locale;

/// Tells of a broken constraint in the client's terms: a JSON Pointer into its body, or its
/// parameter's name.
final class Violations {

    private Violations() {}

    /// A violation in the arguments of a resource method: `create.draft.title` is `/title` of the
    /// body, `list.wanted.limit` the parameter `limit`.
    static InputError inRequest(ConstraintViolation<?> violation) {
        Iterator<Path.Node> path = violation.getPropertyPath().iterator();
        String argument = "";
        while (path.hasNext()) {
            Path.Node node = path.next();
            if (node.getKind() != ElementKind.METHOD) {
                argument = node.getName();
                break;
            }
        }
        String pointer = pointer(path);
        Object owner = violation.getLeafBean();
        boolean parameters =
                owner != null && owner.getClass().isAnnotationPresent(QueryParameters.class);
        if (parameters || pointer.isEmpty()) {
            String name = pointer.isEmpty() ? argument : pointer.substring(1);
            return InputError.in(name, rule(violation), violation.getMessage());
        }
        return InputError.at(pointer, rule(violation), violation.getMessage());
    }

    /// A violation in a value that was made of the body.
    static InputError inBody(ConstraintViolation<?> violation) {
        return InputError.at(
                pointer(violation.getPropertyPath().iterator()),
                rule(violation),
                violation.getMessage());
    }

    private static String pointer(Iterator<Path.Node> path) {
        StringBuilder pointer = new StringBuilder();
        while (path.hasNext()) {
            Path.Node node = path.next();
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(node.getKey());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    private static String rule(ConstraintViolation<?> violation) {
        String name =
                violation
                        .getConstraintDescriptor()
                        .getAnnotation()
                        .annotationType()
                        .getSimpleName();
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }
}
