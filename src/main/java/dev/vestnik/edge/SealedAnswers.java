package dev.vestnik.edge;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Keeps what idempotent requests sent and got from whoever reads the database: answers may hold a
/// secret that is shown once, and bodies a password.
///
/// The key is made of the installation's secret and the client's `Idempotency-Key`, of which the
/// database has but a hash.
@Singleton
class SealedAnswers {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final byte[] secret;

    SealedAnswers(Secret secret) {
        this.secret = secret.keyFor("idempotency");
    }

    /// A fingerprint that tells two bodies apart and cannot be guessed from without the secret.
    String fingerprint(byte[] body) {
        return HexFormat.of().formatHex(Secret.hmac(secret, body));
    }

    String seal(String idempotencyKey, String answer) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed =
                crypt(
                        Cipher.ENCRYPT_MODE,
                        idempotencyKey,
                        nonce,
                        answer.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(
                        ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
    }

    String open(String idempotencyKey, String sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        byte[] nonce = new byte[NONCE];
        bytes.get(nonce);
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return new String(
                crypt(Cipher.DECRYPT_MODE, idempotencyKey, nonce, rest), StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, String idempotencyKey, byte[] nonce, byte[] text) {
        byte[] key = Secret.hmac(secret, idempotencyKey.getBytes(StandardCharsets.UTF_8));
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A kept answer was sealed with another secret", e);
        }
    }
}
