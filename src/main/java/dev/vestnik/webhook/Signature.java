package dev.vestnik.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs messages by Standard Webhooks' symmetric scheme.
final class Signature {

    private static final String HMAC = "HmacSHA256";

    private Signature() {}

    /// The value of `webhook-signature`: one signature for each key.
    ///
    /// @param at the value of `webhook-timestamp`, to the second
    static String of(String messageId, Instant at, String body, List<byte[]> keys) {
        String signed = messageId + '.' + at.getEpochSecond() + '.' + body;
        return keys.stream().map(key -> "v1," + hmac(key, signed)).collect(Collectors.joining(" "));
    }

    private static String hmac(byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }
}
