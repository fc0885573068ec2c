package dev.vestnik.consent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vestnik.site.Site;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/// Writes what is done with data for one purpose, and what became of the consent to it.
@Singleton
class LinkedProcesses {

    private final ConsentSettings settings;
    private final ConsentLinks links;
    private final Site site;

    LinkedProcesses(ConsentSettings settings, ConsentLinks links, Site site) {
        this.settings = settings;
        this.links = links;
        this.site = site;
    }

    ObjectNode of(
            ConsentRecord kept,
            EditionTerms terms,
            FrozenPurpose purpose,
            List<ConsentStage> stages) {
        String self = links.record(kept.id);
        ObjectNode process = ConsentJson.object();
        process.put("@id", self + "#" + purpose.code());
        process.put("@type", "dpv:Process");
        process.put("dct:identifier", purpose.code());
        process.set("dpv:hasPurpose", purpose(purpose, kept.locale));
        process.set(
                "dpv:hasLegalBasis",
                LinkedData.texts(
                        LegalBases.of(
                                purpose, ConsentStage.lastGrant(stages).orElse(kept.method))));
        process.set("dpv:hasPersonalData", data(purpose));
        process.put("dpv:hasDataController", LinkedParties.controllerId(self));
        process.put("dpv:hasDataSource", "dpv:DataSubjectDataSource");
        process.set("dpv:hasProcessing", LinkedData.texts(operations(purpose)));
        process.set("dpv:hasStorageCondition", storage(purpose));
        process.put("dpv:hasJurisdiction", LinkedData.location(settings.jurisdiction()));
        process.set(
                "dpv:hasRecipient",
                LinkedData.texts(LinkedParties.recipientIds(terms, purpose, self)));
        process.putObject("dpv:hasConsentControl")
                .put("@type", "dpv:WithdrawConsent")
                .put("dpv:isExercisedAt", links.below(kept.id, "withdrawal"));
        process.set("dpv:hasRight", rights(kept));
        tellConfigured(process);
        process.set("dpv:hasConsentStatus", LinkedStatuses.of(stages, self));
        return process;
    }

    private ObjectNode purpose(FrozenPurpose purpose, String locale) {
        ObjectNode told =
                ConsentJson.object()
                        .put("@type", "dpv:Purpose")
                        .put("skos:broader", PurposeKind.of(purpose).dpv())
                        .put("skos:prefLabel", purpose.name(locale, site.defaultLocale()));
        String description = purpose.description(locale, site.defaultLocale());
        return description.isEmpty() ? told : told.put("skos:definition", description);
    }

    private static ArrayNode data(FrozenPurpose purpose) {
        ArrayNode told = JsonNodeFactory.instance.arrayNode();
        for (DataCategory category : PurposeKind.data(purpose)) {
            told.addObject()
                    .put("@type", "dpv:PersonalData")
                    .put("skos:broader", category.dpv())
                    .put("skos:prefLabel", category.kantara());
        }
        return told;
    }

    private static List<String> operations(FrozenPurpose purpose) {
        List<String> operations = new ArrayList<>(List.of("dpv:Collect", "dpv:Store", "dpv:Use"));
        if (!purpose.vendors().isEmpty()) {
            operations.add("dpv:Share");
        }
        return operations;
    }

    private ArrayNode storage(FrozenPurpose purpose) {
        ArrayNode conditions = JsonNodeFactory.instance.arrayNode();
        List<String> places = settings.storageLocations().orElse(List.of(settings.jurisdiction()));
        conditions
                .addObject()
                .put("@type", "dpv:StorageLocation")
                .set(
                        "dpv:hasLocation",
                        LinkedData.texts(places.stream().map(LinkedData::location).toList()));
        conditions
                .addObject()
                .put("@type", "dpv:StorageDuration")
                .putObject("dpv:hasDuration")
                .put("@type", duration(purpose.retention()))
                .put("rdf:value", purpose.retention());
        return conditions;
    }

    private static String duration(String retention) {
        try {
            Period.parse(retention);
            return "dpv:TemporalDuration";
        } catch (DateTimeException e) {
            return "dpv:UntilEventDuration"; // said in words
        }
    }

    private ArrayNode rights(ConsentRecord kept) {
        ArrayNode rights = JsonNodeFactory.instance.arrayNode();
        right(rights, "eu-gdpr:A7-3", links.below(kept.id, "withdrawal"));
        right(rights, "eu-gdpr:A15", links.below(kept.id, "export"));
        right(rights, "eu-gdpr:A16", links.record(kept.id));
        right(rights, "eu-gdpr:A17", links.record(kept.id));
        return rights;
    }

    private static void right(ArrayNode rights, String article, String at) {
        ObjectNode right = rights.addObject();
        right.putArray("@type").add("dpv:DataSubjectRight").add(article);
        right.put("dpv:isExercisedAt", at);
    }

    private void tellConfigured(ObjectNode process) {
        settings.authority()
                .ifPresent(name ->
                        process.putObject("dpv:hasAuthority")
                                .put("@type", "dpv:DataProtectionAuthority")
                                .put("dpv:hasName", name));
        settings.codeOfConduct()
                .ifPresent(code ->
                        process.putObject("dpv:hasOrganisationalMeasure")
                                .put("@id", code.toString())
                                .put("@type", "dpv:CodeOfConduct"));
        settings.impactAssessment()
                .ifPresent(assessment ->
                        process.putObject("dpv:hasImpactAssessment")
                                .put("@id", assessment.toString())
                                .put("@type", "dpv:DPIA"));
    }
}
