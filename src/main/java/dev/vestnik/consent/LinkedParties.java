package dev.vestnik.consent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vestnik.site.Site;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes who has a part in a consent: the person, the controller, and who else gets data.
@Singleton
class LinkedParties {

    private final SubjectTokens tokens;
    private final Site site;

    LinkedParties(SubjectTokens tokens, Site site) {
        this.tokens = tokens;
        this.site = site;
    }

    static String subjectId(String self) {
        return self + "#subject";
    }

    static String controllerId(String self) {
        return self + "#controller";
    }

    /// The ids of those who get the data of a purpose, the controller first.
    static List<String> recipientIds(EditionTerms terms, FrozenPurpose purpose, String self) {
        List<Vendor> all = vendors(terms);
        return Stream.concat(
                        Stream.of(controllerId(self)),
                        purpose.vendors().stream()
                                .map(vendor -> recipientId(all.indexOf(vendor), self)))
                .toList();
    }

    private static String recipientId(int index, String self) {
        return self + "#recipient-" + (index + 1);
    }

    private static List<Vendor> vendors(EditionTerms terms) {
        Set<Vendor> distinct =
                terms.purposes().stream()
                        .filter(purpose -> !purpose.necessary())
                        .flatMap(purpose -> purpose.vendors().stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return List.copyOf(distinct);
    }

    ObjectNode subject(ConsentRecord kept, String self) {
        return ConsentJson.object()
                .put("@id", subjectId(self))
                .put("@type", "dpv:DataSubject")
                .put("dpv:hasIdentifier", tokens.pseudonym(kept.id));
    }

    ArrayNode all(EditionTerms terms, String self) {
        ArrayNode parties = JsonNodeFactory.instance.arrayNode();
        parties.add(controller(terms.controller(), self));
        List<Vendor> vendors = vendors(terms);
        for (int i = 0; i < vendors.size(); i++) {
            parties.add(recipient(vendors.get(i), recipientId(i, self), terms.controller()));
        }
        return parties;
    }

    private ObjectNode controller(Controller controller, String self) {
        ObjectNode party = ConsentJson.object().put("@id", controllerId(self));
        party.putArray("@type").add("dpv:DataController").add("dpv:Organisation");
        party.put(
                        "dpv:hasIdentifier",
                        controller.registrationNumber() == null
                                ? site.url().toString()
                                : controller.registrationNumber())
                .put("dpv:hasName", controller.name())
                .put("dpv:hasAddress", Receipts.stated(controller.address()))
                .set("dpv:hasContact", LinkedData.texts(contacts(controller)));
        return party;
    }

    private List<String> contacts(Controller controller) {
        return Stream.of(
                        controller.contact(),
                        controller.email(),
                        controller.phone(),
                        site.url().toString())
                .filter(Objects::nonNull)
                .toList();
    }

    private ObjectNode recipient(Vendor vendor, String id, Controller controller) {
        ObjectNode party = ConsentJson.object().put("@id", id);
        party.putArray("@type").add("dpv:ThirdParty").add("dpv:Recipient");
        party.put("dpv:hasIdentifier", vendor.name())
                .put("dpv:hasName", vendor.name())
                .put("dpv:hasAddress", Receipts.stated(vendor.country()))
                .set(
                        "dpv:hasContact",
                        vendor.policyUrl() == null
                                ? LinkedData.texts(contacts(controller))
                                : LinkedData.texts(List.of(vendor.policyUrl())));
        if (vendor.country() != null) {
            party.put("dpv:hasCountry", LinkedData.location(vendor.country()));
        }
        return party;
    }
}
