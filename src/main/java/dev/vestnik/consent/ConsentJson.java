package dev.vestnik.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Makes trees of records, for what is hashed.
final class ConsentJson {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .findAndAddModules()
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private ConsentJson() {}

    static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
