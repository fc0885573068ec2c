package dev.vestnik.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vestnik.edge.Secret;
import dev.vestnik.edge.SecretBox;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/// Keeps what is personal about events apart from them, so that it can be destroyed while the
/// ledger stays as it is.
///
/// Each chain has a random key; evidence is encrypted under it, and the key under one that is
/// derived of the installation's secret: a copy of the database alone reveals nothing, and without
/// the chain's key nothing can ever be read. An event holds only the commitment: a hash of the
/// evidence together with random bytes, which are encrypted with it, so that nobody can find out by
/// trying what was committed to.
@Singleton
public class Evidence {

    private static final int KEY = 32;
    private static final int SALT = 32;

    private final SecretBox keys;
    private final ObjectMapper json;
    private final EntityManager database;

    Evidence(Secret secret, ObjectMapper json, EntityManager database) {
        this.keys = new SecretBox(secret.keyFor("evidence"));
        this.json = json;
        this.database = database;
    }

    /// Encrypts and keeps evidence in the present transaction.
    ///
    /// @param evidenceId a new one; where there is one evidence for an event, the event's content
    ///   may name it
    /// @return the commitment, 64 hexadecimal digits: SHA-256 of the RFC 8785 form of `{"evidence",
    ///   "salt"}`
    public String keep(UUID chain, UUID evidenceId, ObjectNode evidence) {
        ObjectNode salted =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("salt", HexFormat.of().formatHex(SecretBox.random(SALT)))
                        .set("evidence", evidence);
        byte[] message = CanonicalJson.bytes(salted);
        SealedEvidence kept = new SealedEvidence();
        kept.id = evidenceId;
        kept.chain = chain;
        kept.ciphertext = keyOf(chain).encrypt(message, place(chain, evidenceId));
        kept.persist();
        database.flush();
        return CanonicalJson.sha256Hex(salted);
    }

    /// The evidence; empty where there is none, or none any more.
    ///
    /// @throws IllegalStateException where it was changed in the database, or the installation's
    ///   secret is another than when it was kept
    public Optional<ObjectNode> read(UUID chain, UUID evidenceId) {
        Optional<EvidenceKey> key = EvidenceKey.of(chain);
        Optional<SealedEvidence> kept = SealedEvidence.of(chain, evidenceId);
        if (key.isEmpty() || kept.isEmpty()) {
            return Optional.empty();
        }
        byte[] message = opened(key.get()).decrypt(kept.get().ciphertext, place(chain, evidenceId));
        try {
            return Optional.of((ObjectNode) json.readTree(message).required("evidence"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Destroys a chain's key and all that is encrypted under it, in the present transaction.
    public void shred(UUID chain) {
        SealedEvidence.delete("chain", chain);
        EvidenceKey.delete("chain", chain);
    }

    private SecretBox keyOf(UUID chain) {
        Optional<EvidenceKey> known = EvidenceKey.of(chain);
        if (known.isPresent()) {
            return opened(known.get());
        }
        byte[] fresh = SecretBox.random(KEY);
        EvidenceKey key = new EvidenceKey();
        key.chain = chain;
        key.wrapped = keys.encrypt(fresh, text(chain.toString()));
        key.persist();
        return new SecretBox(fresh);
    }

    private SecretBox opened(EvidenceKey key) {
        return new SecretBox(keys.decrypt(key.wrapped, text(key.chain.toString())));
    }

    private static byte[] place(UUID chain, UUID evidenceId) {
        return text(chain + "/" + evidenceId);
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
