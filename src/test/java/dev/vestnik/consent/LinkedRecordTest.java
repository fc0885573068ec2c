package dev.vestnik.consent;

import static dev.vestnik.consent.Steps.ALL;
import static dev.vestnik.consent.Steps.CONSENT;
import static dev.vestnik.consent.Steps.NONE;
import static dev.vestnik.consent.Steps.SOME;
import static dev.vestnik.consent.Steps.accepted;
import static dev.vestnik.consent.Steps.answer;
import static dev.vestnik.consent.Steps.answered;
import static dev.vestnik.consent.Steps.cookies;
import static dev.vestnik.consent.Steps.put;
import static dev.vestnik.consent.Steps.shown;
import static dev.vestnik.consent.Steps.withdraw;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.consent.Steps.Given;
import dev.vestnik.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Consent records of ISO/IEC TS 27560 in the terms of the Data Privacy Vocabulary.
@QuarkusTest
class LinkedRecordTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// The fields that the specification makes mandatory, and where each stands: `record` from the
    /// root on, `process` in each process, `party` in each entity, `event` in each status.
    private static final String MANDATORY =
            """
            record  schema version          /dct:conformsTo
            record  record id               /dpv:hasIdentifier
            record  receipt id              /dct:identifier
            record  pii principal id        /dpv:hasDataSubject/dpv:hasIdentifier
            record  privacy notice          /dpv:hasNotice/@id
            record  language                /dct:language
            record  jurisdiction            /dpv:hasJurisdiction
            process purpose                 /dpv:hasPurpose/skos:prefLabel
            process purpose type            /dpv:hasPurpose/skos:broader
            process lawful basis            /dpv:hasLegalBasis
            process pii information         /dpv:hasPersonalData
            process pii type                /dpv:hasPersonalData/0/skos:broader
            process pii controllers         /dpv:hasDataController
            process collection method       /dpv:hasDataSource
            process processing method       /dpv:hasProcessing
            process storage locations       /dpv:hasStorageCondition/0/dpv:hasLocation
            process retention period        /dpv:hasStorageCondition/1/dpv:hasDuration/rdf:value
            process jurisdiction            /dpv:hasJurisdiction
            process recipient third parties /dpv:hasRecipient
            process withdrawal method       /dpv:hasConsentControl/dpv:isExercisedAt
            process privacy rights          /dpv:hasRight
            party   party id                /dpv:hasIdentifier
            party   party name              /dpv:hasName
            party   party role              /@type/0
            party   party type              /@type/1
            party   party address           /dpv:hasAddress
            party   party contact           /dpv:hasContact
            event   event time              /dpv:isIndicatedAtTime
            event   validity duration       /dpv:hasDuration/rdf:value
            event   entity id               /dpv:isIndicatedBy
            event   event type              /dpv:hasLegalBasis
            event   event state             /@type
            """;

    /// The terms of the vocabulary, version 2, that a record may use.
    private static final Set<String> DPV =
            Set.of(
                    """
                    Advertising Collect CommunicationManagement ConsentExpired ConsentGiven ConsentInvalidated
                    ConsentNotice ConsentReceipt ConsentRecord ConsentRefused ConsentWithdrawn DataController
                    DataSubject DataSubjectDataSource DataSubjectRight ExplicitlyExpressedConsent
                    ExpressedConsent LegitimateInterest Organisation PersonalData PrivacyNotice Process Purpose
                    Recipient RenewedConsentGiven RequestedServiceProvision ServicePersonalisation
                    ServiceUsageAnalytics Share StorageDuration StorageLocation Store TemporalDuration
                    ThirdParty UntilEventDuration UntilTimeDuration Use WithdrawConsent
                    hasAddress hasConsentControl hasConsentStatus hasContact hasCountry hasDataController
                    hasDataSource hasDataSubject hasDuration hasEntity hasIdentifier hasIndicationMethod
                    hasJurisdiction hasLegalBasis hasLocation hasName hasNotice hasPersonalData hasPolicy
                    hasProcess hasProcessing hasPurpose hasRecipient hasRight hasStorageCondition isExercisedAt
                    isIndicatedAtTime isIndicatedBy\
                    """
                            .split("\\s+"));

    @BeforeEach
    void a_notice_asks() {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        cookies();
    }

    private static ValidatableResponse record(Given consent) {
        return given().header("Consent-Token", consent.token())
                .accept("application/ld+json")
                .get(CONSENT + "/receipt", consent.id())
                .then();
    }

    private static JsonNode told(Given consent) throws IOException {
        return JSON.readTree(record(consent).statusCode(200).extract().asString());
    }

    private static List<String> states(JsonNode record, String purpose) {
        List<String> states = new ArrayList<>();
        for (JsonNode process : record.path("dpv:hasProcess")) {
            if (process.path("dct:identifier").asText().equals(purpose)) {
                process.path("dpv:hasConsentStatus")
                        .forEach(status -> states.add(status.path("@type").asText()));
            }
        }
        return states;
    }

    static List<String> answers() {
        return List.of("ACCEPT_ALL", "SAVE_CHOICES", "REJECT_ALL", "withdrawn");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void each_mandatory_field_is_there_and_says_something(String answer) throws IOException {
        Given consent =
                switch (answer) {
                    case "SAVE_CHOICES" -> answered(answer, SOME);
                    case "REJECT_ALL" -> answered(answer, NONE);
                    default -> accepted();
                };
        if (answer.equals("withdrawn")) {
            withdraw(consent).statusCode(200);
        }

        JsonNode record = told(consent);

        List<String> missing = new ArrayList<>();
        assertThat(record.path("dpv:hasProcess").size(), equalTo(2));
        for (String line : MANDATORY.lines().toList()) {
            String where = line.split("\\s+")[0];
            String pointer = line.substring(line.indexOf('/'));
            for (JsonNode place : places(record, where)) {
                JsonNode value = place.at(pointer);
                boolean says =
                        value.isContainerNode() ? !value.isEmpty() : !value.asText().isBlank();
                if (!says) {
                    missing.add(line);
                }
            }
        }
        assertThat(missing, hasSize(0));
    }

    private static List<JsonNode> places(JsonNode record, String where) {
        List<JsonNode> places = new ArrayList<>();
        switch (where) {
            case "record" -> places.add(record);
            case "process" -> record.path("dpv:hasProcess").forEach(places::add);
            case "party" -> record.path("dpv:hasEntity").forEach(places::add);
            default ->
                    record.path("dpv:hasProcess")
                            .forEach(process ->
                                    process.path("dpv:hasConsentStatus").forEach(places::add));
        }
        assertThat(places, not(hasSize(0)));
        return places;
    }

    @Test
    void it_is_answered_as_json_ld_to_its_holder_alone() {
        Given consent = accepted();

        record(consent)
                .contentType("application/ld+json")
                .header("Cache-Control", "private, no-store")
                .header("Vary", containsString("Accept"))
                .body("'@context'.dpv", equalTo("https://w3id.org/dpv#"))
                .body("'dpv:hasIdentifier'", equalTo(consent.id()))
                .body("'dct:language'", equalTo("ru"));
        record(new Given(consent.id(), "wrong", 1)).statusCode(404);
    }

    @Test
    void every_prefix_is_declared_and_every_term_exists() throws IOException {
        Given consent = answered("DOUBLE_OPT_IN", ALL);
        withdraw(consent).statusCode(200);
        JsonNode record = told(consent);
        Set<String> used = new TreeSet<>();
        collect(record, used);

        Set<String> prefixes =
                record.path("@context").properties().stream()
                        .filter(member -> member.getValue().isTextual())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        for (String term : used) {
            assertThat(term, term.split(":")[0], in(prefixes));
            if (term.startsWith("dpv:")) {
                assertThat(term.substring(4), in(DPV));
            }
        }
        assertThat(used, hasItem("eu-gdpr:A6-1-a-explicit-consent"));
    }

    private static void collect(JsonNode node, Set<String> terms) {
        if (node.isTextual() && node.asText().matches("[a-z][a-z-]*:[A-Za-z0-9-]+")) {
            terms.add(node.asText());
        }
        node.properties()
                .forEach(member -> {
                    if (member.getKey().contains(":")) {
                        terms.add(member.getKey());
                    }
                });
        node.forEach(child -> collect(child, terms));
    }

    @Test
    void a_refusal_is_a_record_too() throws IOException {
        JsonNode record = told(answered("REJECT_ALL", NONE));

        assertThat(states(record, "analytics"), contains("dpv:ConsentRefused"));
        assertThat(states(record, "marketing"), contains("dpv:ConsentRefused"));
    }

    @Test
    void what_became_of_each_purpose_is_told_in_order() throws IOException {
        Given consent = accepted();
        TestClock.stopAt("2026-02-01T08:00:00Z");
        put(consent, 1, Map.of("method", "SAVE_CHOICES", "decisions", SOME)).statusCode(200);
        TestClock.stopAt("2026-03-01T08:00:00Z");
        put(consent, 2, Map.of("method", "ACCEPT_ALL", "decisions", ALL, "shownToken", shown()))
                .statusCode(200);
        TestClock.stopAt("2026-04-01T08:00:00Z");
        withdraw(consent).statusCode(200);

        JsonNode record = told(consent);

        assertThat(
                states(record, "analytics"),
                contains("dpv:ConsentGiven", "dpv:RenewedConsentGiven", "dpv:ConsentWithdrawn"));
        assertThat(
                states(record, "marketing"),
                contains(
                        "dpv:ConsentGiven",
                        "dpv:ConsentWithdrawn",
                        "dpv:ConsentGiven",
                        "dpv:ConsentWithdrawn"));
        JsonNode last = record.at("/dpv:hasProcess/0/dpv:hasConsentStatus/2");
        assertThat(last.path("dpv:isIndicatedAtTime").asText(), equalTo("2026-04-01T08:00:00Z"));
        assertThat(
                last.path("dpv:isIndicatedBy").asText(),
                equalTo(record.at("/dpv:hasDataSubject/@id").asText()));
    }

    @Test
    void what_is_over_has_expired_before_there_is_an_event_of_it() throws IOException {
        Given consent = answered("SAVE_CHOICES", SOME);
        TestClock.stopAt("2026-07-01T08:00:00Z");

        JsonNode record = told(consent);

        assertThat(states(record, "analytics"), contains("dpv:ConsentGiven", "dpv:ConsentExpired"));
        assertThat(states(record, "marketing"), contains("dpv:ConsentRefused"));
    }

    @Test
    void recipients_and_controllers_are_parties_of_the_record() throws IOException {
        JsonNode record = told(accepted());

        Set<String> parties = new TreeSet<>();
        record.path("dpv:hasEntity").forEach(party -> parties.add(party.path("@id").asText()));
        for (JsonNode process : record.path("dpv:hasProcess")) {
            assertThat(process.path("dpv:hasDataController").asText(), in(parties));
            process.path("dpv:hasRecipient")
                    .forEach(recipient -> assertThat(recipient.asText(), in(parties)));
            assertThat(process.path("dpv:hasRecipient").size(), equalTo(2));
        }
    }

    @Test
    void of_a_notice_that_asks_nothing_there_is_no_record_of_consent() {
        Steps.notice("terms");
        Steps.published("terms", Steps.version("NOTICE_ONLY", "MATERIAL"));
        var told =
                answer(shown("terms", "ru"), "ACKNOWLEDGED", Map.of())
                        .then()
                        .statusCode(201)
                        .extract();

        record(new Given(told.path("id"), told.path("subjectToken"), 1))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("NOTHING_GRANTED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | application/json",
                "application/json | application/json",
                "application/* | application/json",
                "application/ld+json | application/ld+json",
                "application/json;q=0.5, application/ld+json | application/ld+json",
                "text/html, application/ld+json;q=0.1 | application/ld+json"
            })
    void the_form_goes_by_accept(String accept, String type) {
        Given consent = accepted();

        given().header("Consent-Token", consent.token())
                .header("Accept", accept)
                .get(CONSENT + "/receipt", consent.id())
                .then()
                .statusCode(200)
                .contentType(type)
                .header("Vary", containsString("Accept"));
    }

    @ParameterizedTest
    @CsvSource({"text/csv", "text/turtle", "application/jose", "application/rdf+xml"})
    void another_form_is_406(String accept) {
        Given consent = accepted();

        given().header("Consent-Token", consent.token())
                .header("Accept", accept)
                .get(CONSENT + "/receipt", consent.id())
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_ACCEPTABLE"));
    }

    @Test
    void nothing_in_it_tells_more_of_the_person_than_a_pseudonym() throws IOException {
        Given consent = accepted();

        String record = told(consent).toString();

        for (String secret : Arrays.asList(consent.token(), "127.0.0", "userAgent")) {
            assertThat(record, not(containsString(secret)));
        }
    }
}
