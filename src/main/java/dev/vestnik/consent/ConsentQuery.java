package dev.vestnik.consent;

import dev.vestnik.edge.Cursors.Cursor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Looks up consents in the order of one column and of their ids, the last ones first, each page
/// along an index from its place on.
///
/// States are asked for one by one, each along its own index, and their rows are merged: a
/// condition on several of them at once would make the database sort all rows that fulfil it.
final class ConsentQuery {

    private static final String RECORDS = "from ConsentRecord r where 1 = 1";

    /// A record has one decision on a purpose in the answer that counts.
    private static final String BY_DECISION =
            """
            from ConsentDecision d join ConsentRecord r on r.id = d.recordId and r.decided = d.position
            where 1 = 1\
            """;

    private final EntityManager database;
    private final Column sort;
    private final boolean byDecision;
    private final List<Branch> branches = new ArrayList<>();
    private final StringBuilder conditions = new StringBuilder();
    private final StringBuilder fixed = new StringBuilder();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private @Nullable Instant least;
    private @Nullable Instant most;

    /// A condition of which rows fulfil one; none fulfils two.
    ///
    /// @param fixed what is the same in all its rows, and comes first in the index
    private record Branch(String condition, String fixed, Map<String, Object> values) {

        static final Branch ALL = new Branch("", "", Map.of());
    }

    /// What a list is sorted by, beside the id.
    enum Column {
        GIVEN("givenAt"),
        EXPIRES("expiresAt");

        private final String attribute;

        Column(String attribute) {
            this.attribute = attribute;
        }

        Instant of(ConsentRecord kept) {
            return this == GIVEN ? kept.givenAt : kept.expiresAt;
        }
    }

    /// @param byDecision whether conditions are on a decision `d` that counts too
    ConsentQuery(EntityManager database, Column sort, boolean byDecision) {
        this.database = database;
        this.sort = sort;
        this.byDecision = byDecision;
    }

    /// Adds a condition that all rows fulfil, on the record `r` or the decision `d`.
    void and(String condition, String parameter, Object value) {
        and(condition);
        values.put(parameter, value);
    }

    void and(String condition) {
        conditions.append(" and ").append(condition);
    }

    /// Adds a condition of which all rows fulfil one; no row fulfils two.
    ///
    /// @param fixedColumn that is the same in all its rows, and comes first in an index; null where
    ///   there is none
    void or(String condition, @Nullable String fixedColumn, Map<String, Object> itsValues) {
        branches.add(
                new Branch(
                        " and " + condition,
                        fixedColumn == null ? "" : fixedColumn + ", ",
                        itsValues));
    }

    /// Bounds of the column that is sorted by, within which all rows are; null for none.
    void within(@Nullable Instant first, @Nullable Instant last) {
        least = first;
        most = last;
    }

    /// Tells of a column that is the same in all rows and comes first in an index. H2 walks along
    /// an index in its order only where the order that is asked begins with such columns too.
    void fixed(String column) {
        fixed.append(column).append(", ");
    }

    long count() {
        return branches().stream()
                .mapToLong(branch -> {
                    TypedQuery<Long> query =
                            database.createQuery(
                                    "select count(*) " + where(branch, least, most), Long.class);
                    fill(query, branch, least, most);
                    return query.getSingleResult();
                })
                .sum();
    }

    /// Up to so many records from a place on, in the place's direction.
    List<ConsentRecord> records(@Nullable Cursor place, int atMost) {
        boolean backward = place != null && place.backward();
        List<ConsentRecord> found = new ArrayList<>();
        for (Branch branch : branches()) {
            found.addAll(records(branch, place, backward, atMost));
        }
        if (branches.size() > 1) {
            Comparator<ConsentRecord> order =
                    Comparator.<ConsentRecord, Instant>comparing(sort::of)
                            .thenComparing(kept -> kept.id.toString());
            found.sort(backward ? order : order.reversed());
        }
        return found.size() > atMost ? found.subList(0, atMost) : found;
    }

    /// Where a record stands.
    List<String> place(ConsentRecord kept) {
        return List.of(sort.of(kept).toString(), kept.id.toString());
    }

    /// A place is a bound too, and narrower than those that were asked: with two on the same side
    /// H2 would walk from the wider one on.
    private List<ConsentRecord> records(
            Branch branch, @Nullable Cursor place, boolean backward, int atMost) {
        Instant at = place == null ? null : Instant.parse(place.place().get(0));
        Instant first = at != null && backward ? at : least;
        Instant last = at != null && !backward ? at : most;
        String beyond =
                at == null
                        ? ""
                        : " and (%1$s %3$s :place or %2$s %3$s :placeId)"
                                .formatted(column(), id(), backward ? ">" : "<");
        String order =
                " order by %4$s%1$s %3$s, %2$s %3$s"
                        .formatted(column(), id(), backward ? "asc" : "desc", branch.fixed + fixed);
        TypedQuery<ConsentRecord> query =
                database.createQuery(
                        "select r " + where(branch, first, last) + beyond + order,
                        ConsentRecord.class);
        fill(query, branch, first, last);
        if (place != null) {
            query.setParameter("place", at);
            query.setParameter("placeId", UUID.fromString(place.place().get(1)));
        }
        return query.setMaxResults(atMost).getResultList();
    }

    private List<Branch> branches() {
        return branches.isEmpty() ? List.of(Branch.ALL) : branches;
    }

    private boolean walksDecisions() {
        return byDecision && sort == Column.GIVEN;
    }

    private String column() {
        return walksDecisions() ? "d.givenAt" : "r." + sort.attribute;
    }

    private String id() {
        return walksDecisions() ? "d.recordId" : "r.id";
    }

    private String where(Branch branch, @Nullable Instant first, @Nullable Instant last) {
        return (byDecision ? BY_DECISION : RECORDS)
                + branch.condition
                + conditions
                + (first == null ? "" : " and " + column() + " >= :first")
                + (last == null ? "" : " and " + column() + " <= :last");
    }

    private void fill(
            TypedQuery<?> query, Branch branch, @Nullable Instant first, @Nullable Instant last) {
        branch.values.forEach(query::setParameter);
        values.forEach(query::setParameter);
        if (first != null) {
            query.setParameter("first", first);
        }
        if (last != null) {
            query.setParameter("last", last);
        }
    }
}
