package dev.vestnik.edge;

import java.util.HashMap;
import java.util.Map;
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

    /// Its parameters by their names, where each is there once and has a value, and all of them are
    /// spelled with nothing but unreserved ASCII letters (RFC 3986 section 2.3), so that none means
    /// anything else than it says.
    ///
    /// @param query null where there is none
    /// @return null where they are not so
    static @Nullable Map<String, String> plain(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        if (query == null) {
            return parameters;
        }
        for (int begin = 0; begin <= query.length(); ) {
            int ampersand = query.indexOf('&', begin);
            int end = ampersand < 0 ? query.length() : ampersand;
            int equals = query.indexOf('=', begin);
            if (equals < 0
                    || !isPlain(query, begin, equals)
                    || !isPlain(query, equals + 1, end)
                    || parameters.put(
                                    query.substring(begin, equals),
                                    query.substring(equals + 1, end))
                            != null) {
                return null;
            }
            begin = end + 1;
        }
        return parameters;
    }

    private static boolean isPlain(String query, int begin, int end) {
        for (int i = begin; i < end; i++) {
            char c = query.charAt(i);
            if (!(c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '-'
                    || c == '_'
                    || c == '.'
                    || c == '~')) {
                return false;
            }
        }
        return begin < end;
    }
}
