package dev.vestnik.consent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What the JSON-LD of consent records has in common: its vocabularies, and which members name
/// terms or times and not texts.
final class LinkedData {

    private static final Map<String, String> VOCABULARIES =
            Map.of(
                    "dpv", "https://w3id.org/dpv#",
                    "pd", "https://w3id.org/dpv/pd#",
                    "loc", "https://w3id.org/dpv/loc#",
                    "eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#",
                    "dct", "http://purl.org/dc/terms/",
                    "skos", "http://www.w3.org/2004/02/skos/core#",
                    "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                    "xsd", "http://www.w3.org/2001/XMLSchema#");

    private static final List<String> NAME_SOMETHING =
            List.of(
                    "dct:creator",
                    "dpv:hasCountry",
                    "dpv:hasDataController",
                    "dpv:hasDataSource",
                    "dpv:hasJurisdiction",
                    "dpv:hasLegalBasis",
                    "dpv:hasLocation",
                    "dpv:hasPolicy",
                    "dpv:hasProcessing",
                    "dpv:hasRecipient",
                    "dpv:isExercisedAt",
                    "dpv:isIndicatedBy",
                    "skos:broader");

    private static final List<String> TIMES =
            List.of("dct:created", "dct:modified", "dpv:isIndicatedAtTime");

    private LinkedData() {}

    static ObjectNode context() {
        ObjectNode context = ConsentJson.object();
        VOCABULARIES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(known -> context.put(known.getKey(), known.getValue()));
        NAME_SOMETHING.forEach(member -> type(context, member, "@id"));
        TIMES.forEach(member -> type(context, member, "xsd:dateTime"));
        return context;
    }

    private static void type(ObjectNode context, String member, String type) {
        context.putObject(member).put("@id", member).put("@type", type);
    }

    /// The place that an ISO 3166 code stands for.
    static String location(String code) {
        return "loc:" + code;
    }

    static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
