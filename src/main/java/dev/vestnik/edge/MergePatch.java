package dev.vestnik.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Set;

/// Applies JSON Merge Patches (RFC 7396) to records, and checks the outcome as if it had been sent
/// whole.
@Singleton
public class MergePatch {

    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator rules;

    MergePatch(ObjectMapper json, Validator rules) {
        this.json = json;
        this.rules = rules;
    }

    /// What becomes of `present` under the patch.
    ///
    /// @throws Problem 400 where the outcome has unknown members or wrong types, 422 where it
    ///   breaks a rule
    public <T> T apply(T present, ObjectNode patch, Class<T> type) {
        JsonNode merged = merged(json.valueToTree(present), patch);
        T outcome;
        try {
            outcome = json.readerFor(type).readValue(json.writeValueAsString(merged));
        } catch (JsonProcessingException e) {
            throw JsonReading.problem(e);
        }
        Set<ConstraintViolation<T>> violations = rules.validate(outcome);
        if (!violations.isEmpty()) {
            List<InputError> errors =
                    violations.stream()
                            .map(Violations::inBody)
                            .sorted((a, b) -> a.sentence().compareTo(b.sentence()))
                            .toList();
            throw Problem.of(ProblemType.VALIDATION_FAILED, errors);
        }
        return outcome;
    }

    /// RFC 7396, section 2.
    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result =
                target instanceof ObjectNode object
                        ? object
                        : JsonNodeFactory.instance.objectNode();
        changes.properties()
                .forEach(change -> {
                    if (change.getValue().isNull()) {
                        result.remove(change.getKey());
                    } else {
                        JsonNode present = result.get(change.getKey());
                        result.set(
                                change.getKey(),
                                merged(
                                        present == null ? result.nullNode() : present,
                                        change.getValue()));
                    }
                });
        return result;
    }
}
