package dev.vestnik.edge;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The query of a request's target, encoded as the client sent it.
public final class RawQuery {

    private RawQuery() {}

    /// Those of its parameters whose names are wanted, in their order.
    ///
    /// @param query null where there is none
    public static String keep(@Nullable String query, Predicate<String> wanted) {
        if (query == null) {
            return "";
        }
        StringBuilder kept = new StringBuilder();
        for (int begin = 0; begin < query.length(); ) {
            int ampersand = query.indexOf('&', begin);
            int end = ampersand < 0 ? query.length() : ampersand;
            int equals = query.indexOf('=', begin);
            String name = query.substring(begin, equals < 0 || equals > end ? end : equals);
            if (begin < end && wanted.test(name)) {
                kept.append(kept.isEmpty() ? "" : "&").append(query, begin, end);
            }
            begin = end + 1;
        }
        return kept.toString();
    }
}
