package dev.vestnik.audit;

import dev.vestnik.edge.Cursors.Cursor;
import dev.vestnik.edge.Parameters;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Looks up lines of the audit log, the newest first.
final class AuditQuery {

    private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> values = new HashMap<>();

    AuditQuery(AuditFilter wanted, ZoneId zone) {
        equal("actor", wanted.actor);
        equal("action", wanted.action);
        equal("resourceKind", wanted.resourceKind);
        equal("resourceId", wanted.resourceId);
        if (wanted.outcome != null) {
            add(
                    "outcome in :outcomes",
                    "outcomes",
                    Parameters.constants("outcome", wanted.outcome, Outcome.class));
        }
        Instant from = Parameters.from("from", wanted.from, zone);
        if (from != null) {
            add("at >= :from", "from", from);
        }
        Instant to = Parameters.to("to", wanted.to, zone);
        if (to != null) {
            add("at <= :to", "to", to);
        }
    }

    long count() {
        return AuditEvent.count(where(), values);
    }

    /// Up to `most` lines from a place on, in the place's direction.
    List<AuditEvent> lines(@Nullable Cursor place, int most) {
        boolean backward = place != null && place.backward();
        String condition = where();
        Map<String, Object> all = new HashMap<>(values);
        if (place != null) {
            condition +=
                    backward
                            ? " and at >= :place and (at > :place or id > :placeId)"
                            : " and at <= :place and (at < :place or id < :placeId)";
            all.put("place", Instant.parse(place.place().get(0)));
            all.put("placeId", UUID.fromString(place.place().get(1)));
        }
        String order = backward ? " order by at asc, id asc" : " order by at desc, id desc";
        return AuditEvent.<AuditEvent>find(condition + order, all).page(0, most).list();
    }

    /// Where a line stands.
    static List<String> place(AuditEvent line) {
        return List.of(line.at.toString(), line.id.toString());
    }

    private String where() {
        return String.join(" and ", conditions);
    }

    private void equal(String attribute, @Nullable String value) {
        if (value != null) {
            add(attribute + " = :" + attribute, attribute, value);
        }
    }

    private void add(String condition, String parameter, Object value) {
        conditions.add(condition);
        values.put(parameter, value);
    }
}
