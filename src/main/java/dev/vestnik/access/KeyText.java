package dev.vestnik.access;

import dev.vestnik.edge.Hashes;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/// What an API key looks like: `vk_`, 256 random bits, and a checksum by which a typo is known
/// without the database, and a leaked key by those who scan for such.
final class KeyText {

    static final String PREFIX = "vk_";

    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int RANDOM_BYTES = 32;
    private static final int RANDOM_DIGITS = 43;
    private static final int CHECK_DIGITS = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyText() {}

    static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        String body = PREFIX + base62(new BigInteger(1, bytes), RANDOM_DIGITS);
        return body + checksum(body);
    }

    static boolean isWellFormed(String key) {
        if (key.length() != PREFIX.length() + RANDOM_DIGITS + CHECK_DIGITS
                || !key.startsWith(PREFIX)) {
            return false;
        }
        int end = key.length() - CHECK_DIGITS;
        return checksum(key.substring(0, end)).equals(key.substring(end));
    }

    static String hash(String key) {
        return Hashes.sha256Hex(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return base62(BigInteger.valueOf(crc.getValue()), CHECK_DIGITS);
    }

    private static String base62(BigInteger number, int length) {
        StringBuilder text = new StringBuilder();
        BigInteger rest = number;
        while (text.length() < length) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            text.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return text.reverse().toString();
    }
}
