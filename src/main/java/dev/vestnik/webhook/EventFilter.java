package dev.vestnik.webhook;

import dev.vestnik.edge.Problem;
import dev.vestnik.event.EventType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Which events a webhook wants: `news.published` names one type, `news.*` all that begin so, and
/// no names are all.
final class EventFilter {

    private static final String ALL_OF = ".*";

    private EventFilter() {}

    /// @throws Problem 422 where one names no event that there is
    static void requireKnown(List<String> events) {
        for (int n = 0; n < events.size(); n++) {
            String event = events.get(n);
            if (types().noneMatch(type -> names(event, type))) {
                throw Problem.invalid(
                        "/events/" + n,
                        "UNKNOWN_EVENT",
                        "must be of "
                                + String.join(", ", types().sorted().toList())
                                + ", or begin like one and end in .*");
            }
        }
    }

    static boolean wants(List<String> events, String type) {
        return events.isEmpty() || events.stream().anyMatch(event -> names(event, type));
    }

    private static boolean names(String event, String type) {
        return event.endsWith(ALL_OF)
                ? type.startsWith(event.substring(0, event.length() - 1))
                        && event.length() > ALL_OF.length()
                : event.equals(type);
    }

    private static Stream<String> types() {
        return Arrays.stream(EventType.values()).map(EventType::toString);
    }
}
