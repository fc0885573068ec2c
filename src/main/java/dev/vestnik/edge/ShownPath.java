package dev.vestnik.edge;

import java.util.regex.Pattern;

/// A request's path as errors and logs may have it: the token of a preview link is a secret that
/// stands in the path.
final class ShownPath {

    private static final Pattern PREVIEW_TOKEN = Pattern.compile("(?<=/preview/)[^/]+");

    private ShownPath() {}

    static String of(String path) {
        return PREVIEW_TOKEN.matcher(path).replaceAll("token");
    }
}
