package dev.vestnik.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vestnik.edge.Hashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;

/// JSON in its one canonical form (RFC 8785), so that whoever has the same data has the same bytes.
public final class CanonicalJson {

    private CanonicalJson() {}

    /// @throws UncheckedIOException where it is neither an object nor an array
    public static String text(JsonNode json) {
        try {
            return new JsonCanonicalizer(json.toString()).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The canonical form in UTF-8.
    public static byte[] bytes(JsonNode json) {
        return text(json).getBytes(StandardCharsets.UTF_8);
    }

    /// SHA-256 of the canonical form, as 64 hexadecimal digits.
    public static String sha256Hex(JsonNode json) {
        return Hashes.sha256Hex(bytes(json));
    }
}
