package dev.vestnik.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// A hash of Argon2id, version 1.3 (RFC 9106).
///
/// @param memory in KiB
/// @param passes over the memory
/// @param lanes that may be worked on at once
record Argon2id(int memory, int passes, int lanes, byte[] salt, byte[] hash) {

    private static final Base64.Encoder TO_TEXT = Base64.getEncoder().withoutPadding();
    private static final Base64.Decoder OF_TEXT = Base64.getDecoder();
    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([^$]+)\\$([^$]+)");

    static Argon2id of(String password, int memory, int passes, byte[] salt, int length) {
        Argon2id empty = new Argon2id(memory, passes, 1, salt, new byte[length]);
        return new Argon2id(memory, passes, 1, salt, empty.again(password));
    }

    /// @param text as `toString` gives it
    /// @throws IllegalArgumentException where it is something else
    static Argon2id parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("This is no hash of Argon2id");
        }
        return new Argon2id(
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                OF_TEXT.decode(form.group(4)),
                OF_TEXT.decode(form.group(5)));
    }

    /// Whether it was made of the password.
    boolean isOf(String password) {
        return MessageDigest.isEqual(hash, again(password));
    }

    private byte[] again(String password) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(memory)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .withSalt(salt)
                        .build());
        byte[] result = new byte[hash.length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), result);
        return result;
    }

    /// In the form of the Password Hashing Competition, in which databases keep it.
    @Override
    public String toString() {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        memory,
                        passes,
                        lanes,
                        TO_TEXT.encodeToString(salt),
                        TO_TEXT.encodeToString(hash));
    }
}
