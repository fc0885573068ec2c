package dev.vestnik.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vestnik.edge.Secret;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/// The ring of keys that sign checkpoints and receipts (Ed25519).
///
/// The private half of each generation is derived of the installation's secret, so that all nodes
/// sign alike and no private key is ever stored; the public halves are rows that all nodes read,
/// and that are there for ever. Whoever can write to the database can add a row, but not one that
/// is derived of the secret: see [#isTrusted].
@Singleton
public class SigningKeys {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private final Secret secret;
    private final EntityManager database;
    private final List<String> trusted;
    private final Map<Integer, KeyPair> derived = new ConcurrentHashMap<>();

    SigningKeys(Secret secret, EntityManager database, LedgerSettings settings) {
        this.secret = secret;
        this.database = database;
        this.trusted = settings.trustedKeys().orElse(List.of());
    }

    /// Signs JSON as a compact JWS (RFC 7515, EdDSA by RFC 8037), whose payload is its RFC 8785
    /// form, in the present transaction.
    ///
    /// @param type the header `typ`, such as `consent-receipt+json`
    public String sign(String type, JsonNode payload) {
        LedgerKey key = current();
        JsonWebSignature signed = new JsonWebSignature();
        signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        signed.setKeyIdHeaderValue(key.keyId);
        signed.setHeader("typ", type);
        signed.setPayload(CanonicalJson.text(payload));
        signed.setKey(pair(key.generation).getPrivate());
        try {
            return signed.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The key is made for this algorithm", e);
        }
    }

    /// The public key that signs now, as a JWK in its canonical form, in the present transaction.
    public String publicKey() {
        LedgerKey key = current();
        return CanonicalJson.text(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("kty", "OKP")
                        .put("crv", "Ed25519")
                        .put("kid", key.keyId)
                        .put("x", key.x));
    }

    /// Signs a message with a key of the ring.
    String sign(LedgerKey key, byte[] message) {
        return Ed25519.sign(pair(key.generation).getPrivate(), message);
    }

    /// The key that signs now; it is made where there is none, or where the newest is another
    /// secret's.
    LedgerKey current() {
        Optional<LedgerKey> newest = LedgerKey.newest();
        if (newest.isPresent() && isOurs(newest.get())) {
            return newest.get();
        }
        newest.ifPresent(other ->
                LOG.warnf(
                        "The ledger's key %s was made with another vestnik.secret; name it in"
                                + " vestnik.ledger.trusted-keys if that was yours",
                        other.keyId));
        return next();
    }

    /// All keys; there is one at least.
    List<LedgerKey> newestFirst() {
        current();
        return LedgerKey.newestFirst();
    }

    /// Begins a new generation, and signs with it from now on.
    LedgerKey rotated() {
        current();
        return next();
    }

    /// Begins a new generation.
    private LedgerKey next() {
        int generation = LedgerKey.newest().map(newest -> newest.generation).orElse(0) + 1;
        String x = x(generation);
        database.createNativeQuery(
                        """
                        insert into ledger_key (generation, key_id, x) values (:generation, :keyId, :x)
                        on conflict do nothing\
                        """)
                .setParameter("generation", generation)
                .setParameter("keyId", Ed25519.thumbprint(x))
                .setParameter("x", x)
                .executeUpdate();
        return LedgerKey.newest().orElseThrow();
    }

    /// Whether what a key has signed is to be believed: it is derived of the present secret, or
    /// named in the configuration.
    boolean isTrusted(LedgerKey key) {
        return Ed25519.thumbprint(key.x).equals(key.keyId)
                && (isOurs(key) || trusted.contains(key.keyId));
    }

    private boolean isOurs(LedgerKey key) {
        return x(key.generation).equals(key.x);
    }

    private String x(int generation) {
        return Ed25519.x(pair(generation).getPublic());
    }

    private KeyPair pair(int generation) {
        return derived.computeIfAbsent(
                generation, wanted -> Ed25519.pair(secret.keyFor("ledger-signature-" + wanted)));
    }
}
