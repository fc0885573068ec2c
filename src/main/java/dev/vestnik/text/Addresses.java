package dev.vestnik.text;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which addresses a body may point to: each method gives the address back, trimmed, or null to
/// refuse it.
final class Addresses {

    private static final int LONGEST = 4000;

    private static final Map<String, Pattern> PLAYERS =
            Map.of(
                    "youtube",
                            player(
                                    "(?:(?:www\\.)?youtube\\.com|www\\.youtube-nocookie\\.com)/embed/[\\w-]++"),
                    "vimeo", player("player\\.vimeo\\.com/video/\\d++"),
                    "rutube", player("rutube\\.ru/play/embed/\\w++/?+"));

    private Addresses() {}

    /// A link: http, https, mailto, tel, a path of this site, or a place on this page.
    static @Nullable String link(String value) {
        String address = trimmed(value);
        boolean allowed =
                isLocal(address)
                        || address.startsWith("#")
                        || isWeb(address)
                        || hasScheme(address, "mailto:")
                        || hasScheme(address, "tel:");
        return allowed && address.length() <= LONGEST ? address : null;
    }

    /// A picture: http, https or a path of this site.
    static @Nullable String image(String value) {
        String address = trimmed(value);
        return (isLocal(address) || isWeb(address)) && address.length() <= LONGEST ? address : null;
    }

    /// A player of an allowed provider.
    static @Nullable String embed(String value) {
        String address = trimmed(value);
        return provider(address) != null ? address : null;
    }

    /// The provider of a player's address, or null if it is none we allow.
    static @Nullable String provider(String address) {
        if (address.length() > LONGEST) {
            return null;
        }
        for (Map.Entry<String, Pattern> player : PLAYERS.entrySet()) {
            if (player.getValue().matcher(address).matches()) {
                return player.getKey();
            }
        }
        return null;
    }

    /// Whether a link leads to another site, as far as one sees.
    static boolean isWeb(String address) {
        int host =
                hasScheme(address, "https://")
                        ? 8
                        : hasScheme(address, "http://") ? 7 : address.length();
        return host < address.length() && "/\\?#: ".indexOf(address.charAt(host)) < 0;
    }

    private static Pattern player(String hostAndPath) {
        return Pattern.compile("https://" + hostAndPath + "(?:\\?[\\w=&%.;-]*+)?+");
    }

    /// `//host` and `/\host` are other sites in a browser's eyes.
    private static boolean isLocal(String address) {
        return address.startsWith("/") && !address.startsWith("//") && !address.startsWith("/\\");
    }

    private static boolean hasScheme(String address, String scheme) {
        return address.regionMatches(true, 0, scheme, 0, scheme.length())
                && address.length() > scheme.length();
    }

    /// Browsers ignore line breaks and tabs anywhere in an address: they must not hide a `//`.
    private static String trimmed(String value) {
        return VisibleText.of(value).replace("\t", "").replace("\n", "").strip();
    }
}
