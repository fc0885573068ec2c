package dev.vestnik.event;

import dev.vestnik.edge.Parameters;
import dev.vestnik.edge.Problem;
import dev.vestnik.site.Locales;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which events a listener is told.
///
/// @param locale of news items; null for any
record EventFilter(@Nullable String locale, Set<EventType> types) {

    private static final String ALL_OF = ".*";

    static EventFilter of(EventListing wanted, Locales locales) {
        return new EventFilter(locales.parameter(wanted.locale), types(wanted.types));
    }

    private static Set<EventType> types(@Nullable String wanted) {
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        if (wanted == null) {
            return EnumSet.allOf(EventType.class);
        }
        for (String name : Parameters.values("types", wanted)) {
            Set<EventType> named =
                    Arrays.stream(EventType.values())
                            .filter(type -> isNamed(type, name))
                            .collect(Collectors.toSet());
            if (named.isEmpty()) {
                throw Problem.parameter(
                        "types",
                        "UNKNOWN_VALUE",
                        "must be of "
                                + Arrays.stream(EventType.values())
                                        .map(EventType::toString)
                                        .collect(Collectors.joining(", "))
                                + ", or such as news.*");
            }
            types.addAll(named);
        }
        return types;
    }

    private static boolean isNamed(EventType type, String name) {
        String whole = type.toString();
        return whole.equals(name)
                || whole.substring(0, whole.indexOf('.')).concat(ALL_OF).equals(name);
    }

    boolean lets(PublicEvent event) {
        return types.contains(event.type())
                && (locale == null || event.locale() == null || locale.equals(event.locale()));
    }
}
