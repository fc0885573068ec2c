package dev.vestnik.edge;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// The form of a request's address under which an answer is kept: the order of its parameters does
/// not matter. How their values are spelled does, so that two addresses that anything could take
/// for different ones never share an answer.
final class CacheKey {

    private static final int LONGEST = 2048;

    private CacheKey() {}

    /// @param target as it stands in the request
    /// @return null where nothing is kept under such an address
    static @Nullable String of(String target) {
        if (target.length() > LONGEST || target.isEmpty() || target.charAt(0) != '/') {
            return null;
        }
        int end = target.indexOf('?');
        String path = end < 0 ? target : target.substring(0, end);
        if (!isPlain(path)) {
            return null;
        }
        if (end < 0) {
            return path;
        }
        String[] parameters = target.substring(end + 1).split("&", -1);
        for (String parameter : parameters) {
            if (!isNamed(parameter)) {
                return null;
            }
        }
        // The sort is stable: the values of one name keep their order.
        Arrays.sort(parameters, Comparator.comparing(CacheKey::name));
        return path + '?' + String.join("&", parameters);
    }

    /// Whether a path is spelled in the one way that leaves no doubt what it means.
    private static boolean isPlain(String path) {
        char before = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean plain =
                    c >= 'a' && c <= 'z'
                            || c >= 'A' && c <= 'Z'
                            || c >= '0' && c <= '9'
                            || c == '-'
                            || c == '_'
                            || (c == '.' || c == '/') && before != '/'
                            || c == '/' && i == 0;
            if (!plain || c == '.' && before == '.') {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static boolean isNamed(String parameter) {
        int end = parameter.indexOf('=');
        if (end < 1 || parameter.indexOf('#') >= 0 || parameter.indexOf(';') >= 0) {
            return false;
        }
        return parameter.chars().limit(end).allMatch(Character::isLetter);
    }

    private static String name(String parameter) {
        return parameter.substring(0, parameter.indexOf('='));
    }
}
