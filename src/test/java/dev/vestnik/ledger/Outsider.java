package dev.vestnik.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// Somebody who has nothing but what the API gives and the RFCs, and checks a proof by them.
final class Outsider {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final HexFormat HEX = HexFormat.of();

    private Outsider() {}

    /// What is wrong with a proof; empty where nothing is.
    static String objection(JsonNode proof, JsonNode keySet) throws Exception {
        JsonNode event = proof.get("event");
        byte[] eventHash = sha256(canonical(event, "hash").getBytes(StandardCharsets.UTF_8));
        if (!HEX.formatHex(eventHash).equals(event.get("hash").asText())) {
            return "the event does not have its hash";
        }
        JsonNode checkpoint = proof.get("checkpoint");
        if (!isSigned(checkpoint, keySet)) {
            return "the checkpoint is not signed";
        }
        // RFC 9162 section 2.1.3.2, step by step
        long fn = proof.get("leafIndex").asLong();
        long sn = checkpoint.get("treeSize").asLong() - 1;
        if (fn > sn) {
            return "the leaf lies beyond the tree";
        }
        byte[] r = sha256(new byte[] {0}, eventHash);
        for (JsonNode p : proof.get("auditPath")) {
            if (sn == 0) {
                return "the path is too long";
            }
            byte[] beside = HEX.parseHex(p.asText());
            if (fn % 2 == 1 || fn == sn) {
                r = sha256(new byte[] {1}, beside, r);
                while (fn % 2 == 0 && fn != 0) {
                    fn /= 2;
                    sn /= 2;
                }
            } else {
                r = sha256(new byte[] {1}, r, beside);
            }
            fn /= 2;
            sn /= 2;
        }
        return sn == 0 && HEX.formatHex(r).equals(checkpoint.get("root").asText())
                ? ""
                : "the path does not lead to the root";
    }

    private static boolean isSigned(JsonNode checkpoint, JsonNode keySet)
            throws GeneralSecurityException, JsonProcessingException {
        for (JsonNode key : keySet.get("keys")) {
            if (key.get("kid").equals(checkpoint.get("keyId"))) {
                ByteArrayOutputStream encoded = new ByteArrayOutputStream();
                encoded.writeBytes(HEX.parseHex("302a300506032b6570032100"));
                encoded.writeBytes(Base64.getUrlDecoder().decode(key.get("x").asText()));
                Signature signature = Signature.getInstance("EdDSA");
                signature.initVerify(
                        KeyFactory.getInstance("EdDSA")
                                .generatePublic(new X509EncodedKeySpec(encoded.toByteArray())));
                signature.update(
                        canonical(checkpoint, "signature").getBytes(StandardCharsets.UTF_8));
                return signature.verify(
                        Base64.getUrlDecoder().decode(checkpoint.get("signature").asText()));
            }
        }
        return false;
    }

    /// RFC 8785 for objects of strings and small whole numbers: sorted, without spaces.
    private static String canonical(JsonNode object, String without)
            throws JsonProcessingException {
        Map<String, Object> members = new TreeMap<>();
        object.properties()
                .forEach(member -> {
                    if (!member.getKey().equals(without)) {
                        members.put(member.getKey(), member.getValue());
                    }
                });
        return JSON.writeValueAsString(members);
    }

    private static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
