package dev.vestnik.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Discriminator;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/// Says of every record's members whether they are always there and whether they can be null, as
/// `@Nullable` and `@JsonInclude` have it, and tells the kinds of a sealed interface apart.
final class SchemaMembers {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName JSON_INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final DotName JSON_SUB_TYPES = DotName.createSimple(JsonSubTypes.class);
    private static final DotName JSON_PROPERTY = DotName.createSimple(JsonProperty.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName OPTIONAL = DotName.createSimple(java.util.Optional.class);
    private static final String HOUSE = "dev.vestnik.";
    private static final String REFERENCE = "#/components/schemas/";

    private final IndexView classes;

    SchemaMembers(IndexView classes) {
        this.classes = classes;
    }

    void complete(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Set<String> sent = sentByClients(document, schemas);
        List<ClassInfo> ours =
                classes.getKnownClasses().stream()
                        .filter(type -> type.name().toString().startsWith(HOUSE))
                        .filter(type -> schemas.containsKey(schemaName(type)))
                        .toList();
        ours.stream()
                .filter(ClassInfo::isRecord)
                .forEach(type -> members(type, of(type, schemas), sent.contains(schemaName(type))));
        ours.stream()
                .filter(type -> type.hasDeclaredAnnotation(JSON_SUB_TYPES))
                .forEach(type -> kinds(type, of(type, schemas), schemas));
    }

    private static Schema of(ClassInfo type, Map<String, Schema> schemas) {
        return Objects.requireNonNull(schemas.get(schemaName(type)));
    }

    private static String schemaName(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = schema == null ? null : schema.value("name");
        return name == null
                ? type.name().withoutPackagePrefix().replaceFirst(".*\\$", "")
                : name.asString();
    }

    private static void members(ClassInfo type, Schema schema, boolean sent) {
        boolean allLeftOutWhenNull = type.hasDeclaredAnnotation(JSON_INCLUDE);
        List<String> required = new ArrayList<>();
        for (RecordComponentInfo member : type.recordComponents()) {
            String name = name(type, member);
            Schema property =
                    schema.getProperties() == null ? null : schema.getProperties().get(name);
            if (property == null) {
                continue;
            }
            boolean nullable = member.type().hasAnnotation(NULLABLE);
            boolean leftOut = allLeftOutWhenNull || member.hasAnnotation(JSON_INCLUDE);
            boolean optional = member.type().name().equals(OPTIONAL);
            if (!nullable || (!sent && !leftOut)) {
                required.add(name);
            }
            if (nullable && (sent || !leftOut) && !optional) {
                schema.addProperty(name, orNull(property));
            }
        }
        schema.setRequired(required.isEmpty() ? null : required);
    }

    /// As it goes over the wire. Jackson's annotations stand on the field, not on the component.
    private static String name(ClassInfo type, RecordComponentInfo member) {
        AnnotationInstance renamed = type.field(member.name()).annotation(JSON_PROPERTY);
        return renamed == null ? member.name() : renamed.value().asString();
    }

    private static Schema orNull(Schema property) {
        if (property.getRef() != null) {
            Schema reference = OASFactory.createSchema().ref(property.getRef());
            return OASFactory.createSchema()
                    .description(property.getDescription())
                    .anyOf(List.of(reference, OASFactory.createSchema().addType(SchemaType.NULL)));
        }
        if (property.getType() != null && !property.getType().contains(SchemaType.NULL)) {
            property.addType(SchemaType.NULL);
        }
        return property;
    }

    /// A member `type` tells the kinds of a block apart.
    private static void kinds(ClassInfo type, Schema schema, Map<String, Schema> schemas) {
        Discriminator discriminator = OASFactory.createDiscriminator().propertyName("type");
        List<Schema> alternatives = new ArrayList<>();
        for (AnnotationInstance kind :
                type.declaredAnnotation(JSON_SUB_TYPES).value().asNestedArray()) {
            String name = kind.value("name").asString();
            String schemaName =
                    kind.value().asClass().name().withoutPackagePrefix().replaceFirst(".*\\$", "");
            Schema alternative = schemas.get(schemaName);
            if (alternative == null) {
                throw new IllegalStateException(
                        type + " must name " + schemaName + " in @Schema(oneOf)");
            }
            alternative.addProperty(
                    "type", OASFactory.createSchema().addType(SchemaType.STRING).constValue(name));
            List<String> required = alternative.getRequired();
            if (required == null || !required.contains("type")) {
                alternative.addRequired("type");
            }
            discriminator.addMapping(name, REFERENCE + schemaName);
            alternatives.add(OASFactory.createSchema().ref(REFERENCE + schemaName));
        }
        schema.setType(null);
        schema.setOneOf(alternatives);
        schema.setDiscriminator(discriminator);
    }

    /// The names of all schemas that a request body is made of.
    private static Set<String> sentByClients(OpenAPI document, Map<String, Schema> schemas) {
        Set<String> reached = new HashSet<>();
        for (PathItem path : document.getPaths().getPathItems().values()) {
            for (Operation operation : path.getOperations().values()) {
                if (operation.getRequestBody() != null
                        && operation.getRequestBody().getContent() != null) {
                    operation
                            .getRequestBody()
                            .getContent()
                            .getMediaTypes()
                            .values()
                            .forEach(media -> reach(media.getSchema(), schemas, reached));
                }
            }
        }
        return reached;
    }

    private static void reach(
            @Nullable Schema schema, Map<String, Schema> schemas, Set<String> reached) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(REFERENCE.length());
            if (reached.add(name)) {
                reach(schemas.get(name), schemas, reached);
            }
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> reach(property, schemas, reached));
        }
        reach(schema.getItems(), schemas, reached);
        if (schema.getAnyOf() != null) {
            schema.getAnyOf().forEach(part -> reach(part, schemas, reached));
        }
    }
}
