package dev.vestnik.consent;

import dev.vestnik.edge.Parameters;
import dev.vestnik.edge.Problem;
import dev.vestnik.site.Locales;
import dev.vestnik.site.Site;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes queries of filters, as of this moment.
@Singleton
class ConsentQueries {

    /// Of several decisions alike in one answer only the first counts, so that no record is found
    /// twice.
    private static final String ANY_PURPOSE =
            """
            d.purpose = (select min(o.purpose) from ConsentDecision o
                where o.recordId = d.recordId and o.position = d.position and o.decision = d.decision)\
            """;

    /// Of the two conditions the state's index is to serve, in the order of the list: as a plain
    /// comparison H2 would take the expiry's, and sort all that it finds.
    private static final String UNEXPIRED =
            "r.state = :state and coalesce(r.expiresAt, r.changedAt) > :now";

    private final EntityManager database;
    private final Site site;
    private final Locales locales;
    private final InstantSource time;

    ConsentQueries(EntityManager database, Site site, Locales locales, InstantSource time) {
        this.database = database;
        this.site = site;
        this.locales = locales;
        this.time = time;
    }

    /// @throws Problem 400 where a filter has a value that it cannot have
    ConsentQuery of(ConsentFilter wanted) {
        boolean byDecision = wanted.purpose != null || wanted.decision != null;
        Instant end = Parameters.from("expiresBefore", wanted.expiresBefore, site.timeZone());
        ConsentQuery query =
                new ConsentQuery(
                        database,
                        end == null ? ConsentQuery.Column.GIVEN : ConsentQuery.Column.EXPIRES,
                        byDecision);
        if (wanted.state != null) {
            states(
                    query,
                    Parameters.constants("state", wanted.state, ConsentState.class),
                    end == null && !byDecision);
        }
        if (byDecision) {
            decided(query, wanted);
        }
        if (end == null) {
            fixed(query, wanted);
        }
        add(query, "r.noticeKey = :notice", "notice", wanted.notice);
        add(query, "r.noticeVersion = :number", "number", wanted.version);
        add(query, "r.locale = :locale", "locale", locales.parameter(wanted.locale));
        add(query, "r.method = :method", "method", method(wanted.method));
        Instant from = Parameters.from("from", wanted.from, site.timeZone());
        Instant to = Parameters.to("to", wanted.to, site.timeZone());
        if (end == null) {
            query.within(from, to);
        } else {
            query.within(null, end.minus(1, ChronoUnit.MICROS));
            add(query, "r.givenAt >= :from", "from", from);
            add(query, "r.givenAt <= :to", "to", to);
        }
        return query;
    }

    /// What stands has ended with its time, whether or not the event of it is there yet.
    private void states(ConsentQuery query, Set<ConsentState> states, boolean sorted) {
        String column = sorted ? "r.state" : null;
        Instant now = time.instant();
        for (ConsentState state : states) {
            if (ConsentState.STANDING.contains(state)) {
                query.or(UNEXPIRED, column, Map.of("state", state, "now", now));
                continue;
            }
            query.or("r.state = :state", column, Map.of("state", state));
            if (state == ConsentState.EXPIRED) {
                query.or(
                        "r.state in (:standing) and r.expiresAt <= :now",
                        null,
                        Map.of("standing", ConsentState.STANDING, "now", now));
            }
        }
    }

    private static void decided(ConsentQuery query, ConsentFilter wanted) {
        Decision decision =
                wanted.decision == null ? null : only("decision", wanted.decision, Decision.class);
        add(query, "d.purpose = :purpose", "purpose", wanted.purpose);
        add(query, "d.decision = :decision", "decision", decision);
        if (wanted.purpose == null) {
            query.and(ANY_PURPOSE);
        }
    }

    /// Names the columns of the index that a list by the time of giving is to walk along.
    private static void fixed(ConsentQuery query, ConsentFilter wanted) {
        if (wanted.purpose != null || wanted.decision != null) {
            fixed(query, "d.purpose", wanted.purpose);
            fixed(query, "d.decision", wanted.decision);
        } else if (wanted.state == null && (wanted.notice != null || wanted.version != null)) {
            fixed(query, "r.noticeKey", wanted.notice);
            fixed(query, "r.noticeVersion", wanted.version);
        } else if (wanted.state == null && wanted.locale != null) {
            query.fixed("r.locale");
        } else if (wanted.state == null) {
            fixed(query, "r.method", wanted.method);
        }
    }

    private static void fixed(ConsentQuery query, String column, @Nullable Object value) {
        if (value != null) {
            query.fixed(column);
        }
    }

    private static @Nullable ConsentMethod method(@Nullable String name) {
        return name == null ? null : only("method", name, ConsentMethod.class);
    }

    private static <E extends Enum<E>> E only(String name, String value, Class<E> type) {
        List<E> constants = List.copyOf(Parameters.constants(name, value, type));
        if (constants.size() > 1) {
            throw Problem.parameter(name, "TOO_MANY", "may have one value");
        }
        return constants.get(0);
    }

    private static void add(
            ConsentQuery query, String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            query.and(condition, parameter, value);
        }
    }
}
