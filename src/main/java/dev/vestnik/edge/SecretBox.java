package dev.vestnik.edge;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts by AES-256 in Galois/Counter Mode (NIST SP 800-38D). What comes out is Base64 of a
/// random nonce of 96 bits, the ciphertext and a tag of 128 bits.
public final class SecretBox {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    /// @param key 32 bytes
    public SecretBox(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /// As many random bytes.
    public static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /// @param belongsTo what must be named again to decrypt it, so that nothing can be moved to
    ///   another place
    public String encrypt(byte[] message, byte[] belongsTo) {
        byte[] nonce = random(NONCE);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, belongsTo).doFinal(message);
            byte[] whole = Arrays.copyOf(nonce, NONCE + encrypted.length);
            System.arraycopy(encrypted, 0, whole, NONCE, encrypted.length);
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    /// @throws IllegalStateException where it was encrypted under another key, belongs elsewhere or
    ///   was changed
    public byte[] decrypt(String sealed, byte[] belongsTo) {
        byte[] whole = Base64.getDecoder().decode(sealed);
        try {
            return cipher(Cipher.DECRYPT_MODE, whole, belongsTo)
                    .doFinal(whole, NONCE, whole.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "What is encrypted in the database was changed there, or under another"
                            + " vestnik.secret",
                    e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] belongsTo)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE));
        cipher.updateAAD(belongsTo);
        return cipher;
    }
}
