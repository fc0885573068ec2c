package dev.vestnik.edge;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// Makes and reads cursors: opaque, signed, and good only for the query that they were made by.
@Singleton
public class Cursors {

    private static final int SIGNATURE = 16;
    private static final int QUERY = 8;
    private static final char SEPARATOR = '\u001f';

    private final byte[] key;

    Cursors(Secret secret) {
        this.key = secret.keyFor("cursor");
    }

    /// Where a page begins.
    ///
    /// @param backward whether the page lies before the place and not after it
    /// @param place the values of the sort's columns in the row beside it, the id last
    public record Cursor(boolean backward, List<String> place) {}

    /// Writes a cursor for a query, which is any text that is the same for the same filters and
    /// sort.
    public String write(String query, Cursor cursor) {
        byte[] place =
                (cursor.backward() ? "<" : ">")
                        .concat(String.join(String.valueOf(SEPARATOR), cursor.place()))
                        .getBytes(StandardCharsets.UTF_8);
        ByteBuffer signed = ByteBuffer.allocate(QUERY + place.length + SIGNATURE);
        signed.put(digest(query)).put(place);
        signed.put(signature(Arrays.copyOf(signed.array(), signed.position())));
        return text(signed.array());
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Reads a cursor that was written for the same query, with as many values as its sort has
    /// columns.
    ///
    /// @throws Problem 400 where it was not written here, was changed, or belongs to another query
    public Cursor read(String query, String cursor, int columns) {
        return read("cursor", query, cursor, columns);
    }

    /// The same of a parameter that has another name.
    public Cursor read(String parameter, String query, String cursor, int columns) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw invalid(parameter, "is not one of ours");
        }
        int signedLength = bytes.length - SIGNATURE;
        if (signedLength <= QUERY
                || !cursor.equals(text(bytes))
                || !MessageDigest.isEqual(
                        signature(Arrays.copyOf(bytes, signedLength)),
                        Arrays.copyOfRange(bytes, signedLength, bytes.length))) {
            throw invalid(parameter, "is not one of ours");
        }
        if (!Arrays.equals(digest(query), Arrays.copyOf(bytes, QUERY))) {
            throw invalid(parameter, "belongs to a query with other filters or another sort");
        }
        String place = new String(bytes, QUERY, signedLength - QUERY, StandardCharsets.UTF_8);
        List<String> values = List.of(place.substring(1).split(String.valueOf(SEPARATOR), -1));
        if (values.size() != columns) {
            throw invalid(parameter, "is not one of ours");
        }
        return new Cursor(place.charAt(0) == '<', values);
    }

    private byte[] signature(byte[] message) {
        return Arrays.copyOf(Secret.hmac(key, message), SIGNATURE);
    }

    private static byte[] digest(String query) {
        return Arrays.copyOf(Hashes.sha256(query.getBytes(StandardCharsets.UTF_8)), QUERY);
    }

    private static Problem invalid(String parameter, String detail) {
        return Problem.of(
                ProblemType.INVALID_CURSOR,
                List.of(InputError.in(parameter, "INVALID_CURSOR", detail)));
    }
}
