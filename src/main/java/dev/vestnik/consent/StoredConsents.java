package dev.vestnik.consent;

import dev.vestnik.ledger.Flaw;
import dev.vestnik.ledger.FlawKind;
import dev.vestnik.ledger.LedgerEvent;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

/// Records and decisions column by column, to be held against the events of the ledger.
@Singleton
class StoredConsents {

    private static final String RECORDS =
            """
            select cast(id as varchar(36)) as id, version, state, notice_key, notice_version, locale,
                text_hash, method, gpc, on_behalf, decisions, decided, given_at, changed_at,
                expires_at, linked, token_hash, reader_hash
            from consent_record where id in (:ids)\
            """;

    private static final String DECISIONS =
            """
            select cast(record_id as varchar(36)) as record_id, position, purpose, decision, given_at
            from consent_decision where record_id in (:ids) and position between :low and :high\
            """;

    private final EntityManager database;

    StoredConsents(EntityManager database) {
        this.database = database;
    }

    /// Of an event.
    record Place(UUID record, int position) {}

    private record Written(Place place, String purpose, String decision, Instant givenAt) {}

    /// Those of some records that are there.
    Set<UUID> existing(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        database.createQuery(
                                        "select r.id from ConsentRecord r where r.id in :ids",
                                        UUID.class)
                                .setParameter("ids", ids)
                                .getResultList());
    }

    List<UUID> recordsAfter(UUID id, int most) {
        return database.createQuery(
                        "select r.id from ConsentRecord r where r.id > :id order by r.id",
                        UUID.class)
                .setParameter("id", id)
                .setMaxResults(most)
                .getResultList();
    }

    /// The decisions that are stored for some events, by purpose.
    Map<Place, Map<String, String>> decisions(List<LedgerEvent> events) {
        if (events.isEmpty()) {
            return Map.of();
        }
        Map<Place, Map<String, String>> decisions = new HashMap<>();
        for (Written written :
                written(
                        events.stream().map(event -> event.chain).collect(Collectors.toSet()),
                        events.stream().mapToInt(event -> event.position).min().orElseThrow(),
                        events.stream().mapToInt(event -> event.position).max().orElseThrow())) {
            decisions
                    .computeIfAbsent(written.place(), place -> new TreeMap<>())
                    .put(written.purpose(), written.decision());
        }
        return decisions;
    }

    /// The decisions that an event tells of, by purpose.
    static Map<String, String> decisions(LedgerEvent event) {
        Map<String, String> told = new TreeMap<>();
        Map<String, Decision> decisions = EventContent.read(event.content).decisions();
        if (decisions != null) {
            decisions.forEach((purpose, decision) -> told.put(purpose, decision.name()));
        }
        return told;
    }

    /// Those of some records that do not seem to be what their events add up to. One that is
    /// changed meanwhile may be among them.
    Set<UUID> differing(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        Map<UUID, List<Object>> records = records(ids);
        Map<UUID, List<LedgerEvent>> events =
                LedgerEvent.<LedgerEvent>list("chain in ?1 order by chain, position", ids).stream()
                        .collect(Collectors.groupingBy(event -> event.chain));
        Set<UUID> differing = new HashSet<>();
        for (UUID id : ids) {
            List<LedgerEvent> told = events.getOrDefault(id, List.of());
            if (told.isEmpty() || !columns(Projection.of(told)).equals(records.get(id))) {
                differing.add(id);
            }
        }
        Map<UUID, Set<Integer>> answered = new HashMap<>();
        events.forEach((id, told) ->
                answered.put(
                        id,
                        told.stream()
                                .filter(event -> !decisions(event).isEmpty())
                                .map(event -> event.position)
                                .collect(Collectors.toSet())));
        for (Written written : written(ids, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
            UUID id = written.place().record();
            List<LedgerEvent> told = events.getOrDefault(id, List.of());
            if (!answered.getOrDefault(id, Set.of()).contains(written.place().position())
                    || !written.givenAt().equals(told.get(0).at)) {
                differing.add(id);
            }
        }
        return differing;
    }

    /// What is wrong with a record, which nobody can change until the transaction ends.
    Optional<Flaw> flaw(UUID id) {
        database.createNativeQuery("select 1 from consent_record where id = :id for update")
                .setParameter("id", id)
                .getResultList();
        return differing(List.of(id)).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Flaw.of(
                                FlawKind.RECORD,
                                "consents/" + id,
                                "The record or its decisions are not what its events add up to."));
    }

    /// In the order in which records are read.
    private static List<Object> columns(Projection told) {
        return List.of(
                told.version(),
                told.state().name(),
                told.notice(),
                told.noticeVersion(),
                told.locale(),
                told.textHash(),
                told.method().name(),
                told.gpc(),
                told.onBehalf(),
                new ConsentRecord.DecisionsColumn().convertToDatabaseColumn(told.decisions()),
                told.decided(),
                told.givenAt(),
                told.changedAt(),
                told.expiresAt(),
                told.linked(),
                told.linked(),
                told.state() == ConsentState.ERASED);
    }

    @SuppressWarnings("unchecked")
    private Map<UUID, List<Object>> records(Collection<UUID> ids) {
        List<Object[]> rows =
                database.createNativeQuery(RECORDS)
                        .unwrap(NativeQuery.class)
                        .addScalar("id", String.class)
                        .addScalar("version", Integer.class)
                        .addScalar("state", String.class)
                        .addScalar("notice_key", String.class)
                        .addScalar("notice_version", Integer.class)
                        .addScalar("locale", String.class)
                        .addScalar("text_hash", String.class)
                        .addScalar("method", String.class)
                        .addScalar("gpc", Boolean.class)
                        .addScalar("on_behalf", Boolean.class)
                        .addScalar("decisions", String.class)
                        .addScalar("decided", Integer.class)
                        .addScalar("given_at", Instant.class)
                        .addScalar("changed_at", Instant.class)
                        .addScalar("expires_at", Instant.class)
                        .addScalar("linked", Boolean.class)
                        .addScalar("token_hash", String.class)
                        .addScalar("reader_hash", String.class)
                        .setParameter("ids", ids)
                        .getResultList();
        Map<UUID, List<Object>> records = new HashMap<>();
        for (Object[] row : rows) {
            List<Object> columns = new ArrayList<>(Arrays.asList(row).subList(1, 16));
            columns.add(row[17] != null);
            columns.add(row[16] == null);
            records.put(UUID.fromString((String) row[0]), columns);
        }
        return records;
    }

    @SuppressWarnings("unchecked")
    private List<Written> written(Collection<UUID> ids, int low, int high) {
        List<Object[]> rows =
                database.createNativeQuery(DECISIONS)
                        .unwrap(NativeQuery.class)
                        .addScalar("record_id", String.class)
                        .addScalar("position", Integer.class)
                        .addScalar("purpose", String.class)
                        .addScalar("decision", String.class)
                        .addScalar("given_at", Instant.class)
                        .setParameter("ids", ids)
                        .setParameter("low", low)
                        .setParameter("high", high)
                        .getResultList();
        return rows.stream()
                .map(row ->
                        new Written(
                                new Place(UUID.fromString((String) row[0]), (Integer) row[1]),
                                (String) row[2],
                                (String) row[3],
                                (Instant) row[4]))
                .toList();
    }
}
