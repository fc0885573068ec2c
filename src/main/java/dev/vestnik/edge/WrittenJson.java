package dev.vestnik.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes answers as JSON, of the members that were asked for.
@Singleton
class WrittenJson {

    private final ObjectMapper json;

    WrittenJson(ObjectMapper json) {
        this.json = json;
    }

    /// @param fields the names of members, of a page's items where it is one, by commas; null for
    ///   all
    byte[] of(Object entity, @Nullable String fields) {
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
}
