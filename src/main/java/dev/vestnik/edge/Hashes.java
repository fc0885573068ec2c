package dev.vestnik.edge;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 (FIPS 180-4).
public final class Hashes {

    private Hashes() {}

    public static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /// The hash as 64 hexadecimal digits.
    public static String sha256Hex(byte[] message) {
        return HexFormat.of().formatHex(sha256(message));
    }
}
