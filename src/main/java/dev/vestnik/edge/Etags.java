package dev.vestnik.edge;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/// Entity tags (RFC 9110 section 8.8.3) and the preconditions made of them.
///
/// A single resource's tag is `"version-hash"`: the hash changes with every byte of the answer, as
/// a strong tag must; a write is checked against the version alone, since a neighbour's new title
/// is no conflict.
public final class Etags {

    private static final String GZIP = "-gzip";

    private Etags() {}

    static String of(byte[] body, @Nullable Long version, boolean compressed) {
        String hash = HexFormat.of().toHexDigits(checksum(body));
        return '"' + (version == null ? "" : version + "-") + hash + (compressed ? GZIP : "") + '"';
    }

    /// Two checksums whose polynomials have nothing in common miss a change as seldom as one of 64
    /// bits. Nobody gains by making a change that they miss; SHA-256 took a tenth of a list's time.
    private static long checksum(byte[] body) {
        return checksum(new CRC32C(), body) << Integer.SIZE | checksum(new CRC32(), body);
    }

    private static long checksum(Checksum sum, byte[] body) {
        sum.update(body);
        return sum.getValue();
    }

    /// Lets a write pass whose `If-Match` names the present version (`"7"`, `"7-…"`), or is `*`.
    ///
    /// @throws Problem 428 without the header, 412 with that of another version
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(
                            ProblemType.PRECONDITION_REQUIRED,
                            "Send If-Match with the ETag that you read, so that nobody's change is lost.")
                    .with(HttpHeaders.ETAG, tag(version));
        }
        for (String candidate : ifMatch.split(",")) {
            if (names(candidate.strip(), version)) {
                return;
            }
        }
        throw stale(version);
    }

    /// The version that a client's tag names; empty where it names none.
    public static Optional<Long> version(@Nullable String ifMatch) {
        String digits =
                ifMatch == null ? "" : ifMatch.strip().replaceFirst("^\"(\\d{1,18})[\"-].*", "$1");
        return digits.matches("\\d{1,18}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    /// The problem of a write that was made against another version than the present one.
    public static Problem stale(long version) {
        return Problem.of(
                        ProblemType.STALE_VERSION,
                        "It is at version "
                                + version
                                + " now. Read it again, and send your change against that.")
                .with(HttpHeaders.ETAG, tag(version))
                .telling("version", version);
    }

    private static boolean names(String candidate, long version) {
        if (candidate.equals("*")) {
            return true;
        }
        String exact = tag(version);
        return candidate.equals(exact) || candidate.startsWith('"' + String.valueOf(version) + '-');
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }

    /// Whether `If-None-Match` names the tag; the comparison is weak (RFC 9110 section 13.1.2), and
    /// does not mind which content coding the client got it with.
    static boolean noneMatchNames(String ifNoneMatch, String etag) {
        String wanted = bare(etag);
        for (String candidate : ifNoneMatch.split(",")) {
            String tag = candidate.strip();
            if (tag.equals("*") || bare(tag).equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static String bare(String etag) {
        String strong = etag.startsWith("W/") ? etag.substring(2) : etag;
        return strong.replace(GZIP + '"', "\"");
    }
}
