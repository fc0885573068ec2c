package dev.vestnik.consent;

import dev.vestnik.ledger.Flaw;
import dev.vestnik.ledger.FlawKind;
import dev.vestnik.ledger.LedgerEvent;
import dev.vestnik.ledger.Witness;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sees to it, while the ledger is verified, that decisions, records and the texts of notices are
/// what its events tell. Looks at columns as they are: one that was tampered with may be none that
/// an entity can be read from.
@Singleton
class ConsentWitness implements Witness {

    private static final int AT_ONCE = 200;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String EDITIONS = "editions/";
    private static final Set<String> TYPES =
            Stream.of(EventType.values()).map(EventType::name).collect(Collectors.toSet());

    private final StoredConsents stored;

    ConsentWitness(StoredConsents stored) {
        this.stored = stored;
    }

    @Override
    public Optional<Flaw> check(List<LedgerEvent> events) {
        List<LedgerEvent> ours =
                events.stream().filter(event -> TYPES.contains(event.type)).toList();
        Set<UUID> chains =
                ours.stream().map(event -> event.chain).collect(Collectors.toUnmodifiableSet());
        Set<UUID> records = stored.existing(chains);
        Map<StoredConsents.Place, Map<String, String>> decisions = stored.decisions(ours);
        return events.stream()
                .flatMap(event -> check(event, records, decisions).stream())
                .findFirst();
    }

    private static Optional<Flaw> check(
            LedgerEvent event,
            Set<UUID> records,
            Map<StoredConsents.Place, Map<String, String>> decisions) {
        if (event.type.equals(Publishing.PUBLISHED)) {
            return PublishedCheck.of(event);
        }
        if (!TYPES.contains(event.type)) {
            return Optional.empty();
        }
        if (!records.contains(event.chain)) {
            return Optional.of(
                    Flaw.at(
                            event,
                            FlawKind.RECORD,
                            "consents/" + event.chain,
                            "The record that it is about is not there."));
        }
        Map<String, String> told = StoredConsents.decisions(event);
        return told.equals(
                        decisions.getOrDefault(
                                new StoredConsents.Place(event.chain, event.position), Map.of()))
                ? Optional.empty()
                : Optional.of(
                        Flaw.at(
                                event,
                                FlawKind.DECISION,
                                "consents/" + event.chain,
                                "The decisions that are stored are not those of the event."));
    }

    @Override
    public Remainder rest(String place) {
        return place.startsWith(EDITIONS)
                ? editions(UUID.fromString(place.substring(EDITIONS.length())))
                : records(place.isEmpty() ? FIRST : UUID.fromString(place));
    }

    private Remainder records(UUID after) {
        List<UUID> ids = stored.recordsAfter(after, AT_ONCE);
        Optional<Flaw> flaw =
                stored.differing(ids).stream()
                        .sorted()
                        .flatMap(id -> stored.flaw(id).stream())
                        .findFirst();
        return new Remainder(
                flaw, ids.size() < AT_ONCE ? EDITIONS + FIRST : ids.get(ids.size() - 1).toString());
    }

    private static Remainder editions(UUID after) {
        List<Edition> editions =
                Edition.<Edition>find("versionId > ?1 order by versionId", after)
                        .page(0, AT_ONCE)
                        .list();
        return new Remainder(
                editions.stream()
                        .flatMap(edition -> PublishedCheck.of(edition).stream())
                        .findFirst(),
                editions.size() < AT_ONCE
                        ? ""
                        : EDITIONS + editions.get(editions.size() - 1).versionId);
    }
}
