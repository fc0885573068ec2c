package dev.vestnik.consent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/// Writes the events of the consent to one purpose: when, by whom and how, into which state, for
/// how long, and of which kind of consent.
final class LinkedStatuses {

    private LinkedStatuses() {}

    static ArrayNode of(List<ConsentStage> stages, String self) {
        ArrayNode told = JsonNodeFactory.instance.arrayNode();
        ConsentMethod answered = ConsentMethod.SAVE_CHOICES;
        for (ConsentStage stage : stages) {
            ConsentMethod method = stage.method();
            answered = method == null ? answered : method;
            ObjectNode status = told.addObject();
            status.put("@type", stage.what().term());
            status.put("dpv:hasLegalBasis", LegalBases.consent(answered));
            status.put("dpv:isIndicatedAtTime", stage.at().toString());
            status.put(
                    "dpv:isIndicatedBy",
                    stage.what().bySubject()
                            ? LinkedParties.subjectId(self)
                            : LinkedParties.controllerId(self));
            status.put(
                    "dpv:hasIndicationMethod",
                    method == null ? stage.what().name() : method.collected());
            status.set("dpv:hasDuration", duration(stage));
        }
        return told;
    }

    private static ObjectNode duration(ConsentStage stage) {
        Instant end = stage.end();
        return end == null
                ? ConsentJson.object()
                        .put("@type", "dpv:UntilEventDuration")
                        .put("rdf:value", "the next answer")
                : ConsentJson.object()
                        .put("@type", "dpv:UntilTimeDuration")
                        .put("rdf:value", end.toString());
    }
}
