package dev.vestnik.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vestnik.edge.Hashes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// Keys and signatures of the curve Ed25519 (RFC 8032), on the platform's own implementation.
final class Ed25519 {

    private static final String CURVE = "Ed25519";
    private static final int BYTES = 32;

    /// What precedes the 32 bytes in an X.509 public key (RFC 8410).
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    /// The key pair of a secret.
    ///
    /// @param secret 32 bytes, RFC 8032's private key
    static KeyPair pair(byte[] secret) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(CURVE);
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(secret));
            KeyPair pair = generator.generateKeyPair();
            byte[] taken = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            if (!Arrays.equals(taken, secret)) {
                throw new IllegalStateException(
                        "This Java platform makes Ed25519 keys in another way than others do");
            }
            return pair;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The platform computes a public key only where it makes the private one, which is whatever 32
    /// bytes its source of randomness gives.
    private static final class Fixed extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] secret;

        Fixed(byte[] secret) {
            this.secret = secret.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(secret, 0, bytes, 0, BYTES);
        }
    }

    /// The public key as a JWK's `x` (RFC 8037): its 32 bytes in base64url.
    static String x(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return base64(Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length));
    }

    /// @throws IllegalArgumentException where it is none
    static PublicKey publicKey(String x) {
        byte[] bytes = Base64.getUrlDecoder().decode(x);
        byte[] encoded = Arrays.copyOf(X509, X509.length + bytes.length);
        System.arraycopy(bytes, 0, encoded, X509.length, bytes.length);
        try {
            return KeyFactory.getInstance(CURVE).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a public key of " + CURVE, e);
        }
    }

    /// The thumbprint of a public key's JWK (RFC 7638, RFC 8037 appendix A.3).
    static String thumbprint(String x) {
        return base64(
                Hashes.sha256(
                        CanonicalJson.bytes(
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("crv", CURVE)
                                        .put("kty", "OKP")
                                        .put("x", x))));
    }

    /// A signature, in base64url.
    static String sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(CURVE);
            signature.initSign(key);
            signature.update(message);
            return base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether it is the one signature of the message; of one that is none, no.
    static boolean isSigned(PublicKey key, byte[] message, String signature) {
        try {
            Signature check = Signature.getInstance(CURVE);
            check.initVerify(key);
            check.update(message);
            byte[] bytes = Base64.getUrlDecoder().decode(signature);
            return base64(bytes).equals(signature) && check.verify(bytes);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
