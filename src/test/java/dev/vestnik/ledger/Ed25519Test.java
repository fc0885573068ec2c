package dev.vestnik.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// Against the examples of RFC 8032 section 7.1 and RFC 8037 appendix A.
class Ed25519Test {

    private static final byte[] SECRET =
            HexFormat.of()
                    .parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    private static final byte[] PUBLIC =
            HexFormat.of()
                    .parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

    private final KeyPair pair = Ed25519.pair(SECRET);

    @Test
    void derives_the_public_key() {
        assertEquals(base64(PUBLIC), Ed25519.x(pair.getPublic()));
        assertEquals(pair.getPublic(), Ed25519.publicKey(base64(PUBLIC)));
    }

    @Test
    void has_the_thumbprint_that_others_have() {
        assertEquals(
                "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k", Ed25519.thumbprint(base64(PUBLIC)));
    }

    @Test
    void signs_as_others_do() {
        String signature = Ed25519.sign(pair.getPrivate(), new byte[0]);

        assertEquals(
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
                HexFormat.of().formatHex(Base64.getUrlDecoder().decode(signature)));
        assertTrue(Ed25519.isSigned(pair.getPublic(), new byte[0], signature));
        assertFalse(Ed25519.isSigned(pair.getPublic(), new byte[1], signature));
        assertFalse(Ed25519.isSigned(pair.getPublic(), new byte[0], "none"));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
