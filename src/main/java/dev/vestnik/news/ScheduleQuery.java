package dev.vestnik.news;

import dev.vestnik.edge.Cursors.Cursor;
import dev.vestnik.edge.Parameters;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Looks up entries of the schedule with their items, what is due first comes first.
final class ScheduleQuery {

    private static final String ROOT = "from ScheduleEntry e join NewsItem i on i.id = e.itemId";

    private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> values = new HashMap<>();

    /// @param owner only items of this user; null for all
    ScheduleQuery(ScheduleListing wanted, @Nullable UUID owner, ZoneId zone) {
        if (wanted.action != null) {
            add(
                    "e.action in :actions",
                    "actions",
                    Parameters.constants("action", wanted.action, ScheduleAction.class));
        }
        if (wanted.locale != null) {
            add("i.locale = :locale", "locale", wanted.locale);
        }
        Instant from = Parameters.from("from", wanted.from, zone);
        if (from != null) {
            add("e.at >= :from", "from", from);
        }
        Instant to = Parameters.to("to", wanted.to, zone);
        if (to != null) {
            add("e.at <= :to", "to", to);
        }
        if (owner != null) {
            add("i.createdBy = :owner", "owner", owner);
        }
    }

    long count(EntityManager database) {
        Query query = database.createQuery("select count(*) " + ROOT + where());
        values.forEach(query::setParameter);
        return (Long) query.getSingleResult();
    }

    /// Up to `most` entries from a place on, in the place's direction.
    List<ScheduleView> rows(EntityManager database, @Nullable Cursor place, int most, Instant now) {
        boolean backward = place != null && place.backward();
        if (place != null) {
            add(
                    backward
                            ? "e.at <= :place and (e.at < :place or e.id < :placeId)"
                            : "e.at >= :place and (e.at > :place or e.id > :placeId)",
                    "place",
                    Instant.parse(place.place().get(0)));
            values.put("placeId", UUID.fromString(place.place().get(1)));
        }
        String order = backward ? " order by e.at desc, e.id desc" : " order by e.at, e.id";
        var query = database.createQuery("select e, i " + ROOT + where() + order, Object[].class);
        values.forEach(query::setParameter);
        return query.setMaxResults(most).getResultList().stream()
                .map(row -> ScheduleView.of((ScheduleEntry) row[0], (NewsItem) row[1], now))
                .toList();
    }

    private void add(String condition, String parameter, Object value) {
        conditions.add(condition);
        values.put(parameter, value);
    }

    private String where() {
        return " where " + String.join(" and ", conditions);
    }
}
