package dev.vestnik.openapi;

import dev.vestnik.edge.Idempotent;
import dev.vestnik.edge.MergePatch;
import dev.vestnik.edge.ProblemType;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/// Says of every operation who may call it, with which headers, and every status that it answers
/// with.
final class Operations {

    private static final String PROBLEM = "#/components/schemas/Problem";
    private static final DotName ROLES_ALLOWED = DotName.createSimple(RolesAllowed.class);
    private static final DotName AUTHENTICATED = DotName.createSimple(Authenticated.class);
    private static final DotName IDEMPOTENT = DotName.createSimple(Idempotent.class);

    private final Map<String, MethodInfo> methods = new HashMap<>();

    Operations(IndexView classes) {
        for (ClassInfo type : classes.getKnownClasses()) {
            if (type.name().toString().endsWith("Resource")
                    && type.name().toString().startsWith("dev.vestnik.")) {
                type.methods()
                        .forEach(method ->
                                methods.put(
                                        type.name().withoutPackagePrefix() + "_" + method.name(),
                                        method));
            }
        }
    }

    void complete(OpenAPI document) {
        Arrays.stream(ProblemType.values())
                .mapToInt(ProblemType::status)
                .distinct()
                .forEach(status ->
                        document.getComponents().addResponse("Problem" + status, problem(status)));
        document.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations()
                                .forEach((method, operation) -> complete(path, method, operation)));
        Set<String> used = new TreeSet<>();
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(item ->
                        item.getOperations()
                                .values()
                                .forEach(operation ->
                                        operation.getResponses().getAPIResponses().values().stream()
                                                .filter(response -> response.getRef() != null)
                                                .forEach(response ->
                                                        used.add(
                                                                response.getRef()
                                                                        .replaceFirst(
                                                                                ".*/", "")))));
        Map<String, APIResponse> responses = new TreeMap<>(document.getComponents().getResponses());
        responses.keySet().retainAll(used);
        document.getComponents().setResponses(responses);
    }

    private void complete(String path, HttpMethod method, Operation operation) {
        MethodInfo code = methods.get(operation.getOperationId());
        if (code == null) {
            throw new IllegalStateException(
                    "No resource method is known for " + operation.getOperationId());
        }
        boolean writes = method != HttpMethod.GET;
        boolean body = operation.getRequestBody() != null;
        Set<Integer> statuses = new TreeSet<>(List.of(400, 406, 500, 503));
        secure(code, operation, statuses);
        if (path.contains("{")) {
            statuses.add(404);
        }
        if (path.contains("/news/{id}") && !writes) {
            statuses.add(410);
        }
        if (path.endsWith("/receipt")) {
            statuses.addAll(Set.of(409, 410));
        }
        if (body) {
            statuses.addAll(Set.of(408, 413, 415, 422));
        }
        if (writes && !path.endsWith("/auth/token")) {
            statuses.add(409);
        }
        if (path.endsWith("/me/password")) {
            statuses.addAll(Set.of(403, 429));
        }
        if (path.endsWith("/auth/token")) {
            statuses.addAll(Set.of(401, 429));
            statuses.remove(422);
        }
        if (code.hasAnnotation(IDEMPOTENT)) {
            operation.addParameter(idempotencyKey());
        }
        for (Parameter parameter : parameters(operation)) {
            if ("If-Match".equals(parameter.getName())) {
                statuses.addAll(Set.of(412, 428));
                parameter
                        .description(
                                "The ETag that was read, so that nobody's change is lost; * takes any version.")
                        .example("*");
            }
        }
        operation.getResponses().removeAPIResponse("400");
        for (int status : statuses) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            String.valueOf(status),
                            OASFactory.createAPIResponse()
                                    .ref("#/components/responses/Problem" + status));
        }
        successHeaders(operation);
        if (operation.getRequestBody() != null
                && operation.getRequestBody().getContent().hasMediaType(MergePatch.MEDIA_TYPE)) {
            operation.getRequestBody().required(true);
        }
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    private static void secure(MethodInfo code, Operation operation, Set<Integer> statuses) {
        AnnotationInstance roles = code.annotation(ROLES_ALLOWED);
        SecurityRequirement login =
                OASFactory.createSecurityRequirement().addScheme(EditorsDesk.LOGIN);
        statuses.add(401);
        if (roles == null && !code.hasAnnotation(AUTHENTICATED)) {
            operation.setSecurity(
                    new ArrayList<>(List.of(OASFactory.createSecurityRequirement(), login)));
            return;
        }
        operation.setSecurity(new ArrayList<>(List.of(login)));
        if (roles != null) {
            statuses.add(403);
            String names =
                    Arrays.stream(roles.value().asStringArray()).collect(Collectors.joining(", "));
            String description =
                    operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
            operation.setDescription(description + "For: " + names + ".");
        }
    }

    private static void successHeaders(Operation operation) {
        operation
                .getResponses()
                .getAPIResponses()
                .forEach((status, response) -> {
                    if (status.equals("200") || status.equals("201")) {
                        response.addHeader(
                                "ETag", header("Strong; for If-None-Match and If-Match."));
                    }
                    if (status.equals("201") || status.equals("301")) {
                        response.addHeader("Location", header("Where it stands."));
                    }
                });
    }

    private static org.eclipse.microprofile.openapi.models.headers.Header header(
            String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description(
                        "The same key and body within a day give the same answer, and one item.")
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).maxLength(255));
    }

    private static APIResponse problem(int status) {
        String codes =
                Arrays.stream(ProblemType.values())
                        .filter(type -> type.status() == status)
                        .map(type -> type + ": " + type.title())
                        .collect(Collectors.joining("; "));
        return OASFactory.createAPIResponse()
                .description(codes + ".")
                .content(
                        OASFactory.createContent()
                                .addMediaType(
                                        "application/problem+json",
                                        OASFactory.createMediaType()
                                                .schema(OASFactory.createSchema().ref(PROBLEM))));
    }
}
