package dev.vestnik.consent;

import dev.vestnik.edge.Hashes;
import dev.vestnik.edge.Secret;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// What opens a consent: tokens of 256 random bits, of which the database has but a hash, and keyed
/// hashes of what must be recognized without being kept.
@Singleton
class SubjectTokens {

    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final byte[] tombstoneKey;
    private final byte[] readerKey;
    private final byte[] pseudonymKey;

    SubjectTokens(Secret secret) {
        this.tombstoneKey = secret.keyFor("consent-tombstone");
        this.readerKey = secret.keyFor("consent-reader");
        this.pseudonymKey = secret.keyFor("consent-pseudonym");
    }

    String make() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String hash(String token) {
        return Hashes.sha256Hex(token.getBytes(StandardCharsets.UTF_8));
    }

    /// Whether a token opens the record.
    boolean opens(String token, ConsentRecord kept) {
        return same(kept.tokenHash, hash(token));
    }

    /// Whether a token opened the record before it was erased.
    boolean opened(String token, ConsentRecord kept) {
        return same(kept.tombstone, tombstone(hash(token)));
    }

    String tombstone(String tokenHash) {
        return keyed(tombstoneKey, tokenHash);
    }

    String reader(UUID id) {
        return keyed(readerKey, id.toString());
    }

    /// What a receipt calls the subject of a record: the same in all receipts of that record, and
    /// made of nothing that the subject is known by.
    String pseudonym(UUID recordId) {
        return keyed(pseudonymKey, recordId.toString());
    }

    private static boolean same(@Nullable String kept, String given) {
        return kept != null
                && MessageDigest.isEqual(
                        kept.getBytes(StandardCharsets.US_ASCII),
                        given.getBytes(StandardCharsets.US_ASCII));
    }

    private static String keyed(byte[] key, String value) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }
}
