package dev.vestnik.openapi;

import dev.vestnik.edge.MergePatch;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/// Makes of each `XInput` that a PATCH takes an `XPatch`: the same members, none of them needed,
/// null where one removes.
final class PatchSchemas {

    private static final String REFERENCE = "#/components/schemas/";

    void complete(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        for (PathItem path : document.getPaths().getPathItems().values()) {
            if (path.getPATCH() == null) {
                continue;
            }
            MediaType media =
                    Objects.requireNonNull(
                            path.getPATCH()
                                    .getRequestBody()
                                    .getContent()
                                    .getMediaTypes()
                                    .get(MergePatch.MEDIA_TYPE));
            String whole = media.getSchema().getRef().substring(REFERENCE.length());
            String part = whole.replace("Input", "Patch");
            document.getComponents()
                    .addSchema(part, part(Objects.requireNonNull(schemas.get(whole))));
            media.setSchema(OASFactory.createSchema().ref(REFERENCE + part));
        }
    }

    private static Schema part(Schema whole) {
        Schema part =
                OASFactory.createSchema()
                        .addType(SchemaType.OBJECT)
                        .description("Only the members that change; null removes one (RFC 7396).");
        whole.getProperties()
                .forEach((name, property) ->
                        part.addProperty(
                                name,
                                property.getRef() == null
                                        ? property
                                        : OASFactory.createSchema()
                                                .anyOf(
                                                        List.of(
                                                                property,
                                                                OASFactory.createSchema()
                                                                        .addType(
                                                                                SchemaType
                                                                                        .NULL)))));
        return part;
    }
}
