package dev.vestnik.access;

import dev.vestnik.edge.Secret;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/// Issues and checks our own JWTs (RFC 7519), signed by HMAC with SHA-256. Roles are not in them:
/// they are the user's at the moment of each request.
@Singleton
class Tokens {

    static final Duration LIFE = Duration.ofHours(1);

    private static final String ISSUER = "vestnik";
    private static final String GENERATION = "gen";

    private final HmacKey key;
    private final InstantSource time;

    Tokens(Secret secret, InstantSource time) {
        this.key = new HmacKey(secret.keyFor("token"));
        this.time = time;
    }

    /// A user as a token names one.
    record Subject(UUID id, long generation) {}

    String issue(User user) {
        Instant now = time.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(ISSUER);
        claims.setSubject(user.id.toString());
        claims.setIssuedAt(numeric(now));
        claims.setExpirationTime(numeric(now.plus(LIFE)));
        claims.setGeneratedJwtId();
        claims.setClaim(GENERATION, user.generation);
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        token.setHeader("typ", "JWT");
        token.setKey(key);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The key is made for this algorithm", e);
        }
    }

    /// Whom a token names; empty where it is not ours, was changed, or has expired.
    Optional<Subject> read(String token) {
        try {
            JwtClaims claims =
                    new JwtConsumerBuilder()
                            .setRequireExpirationTime()
                            .setRequireSubject()
                            .setExpectedIssuer(ISSUER)
                            .setExpectedAudience(ISSUER)
                            .setEvaluationTime(numeric(time.instant()))
                            .setVerificationKey(key)
                            .setJwsAlgorithmConstraints(
                                    AlgorithmConstraints.ConstraintType.PERMIT,
                                    AlgorithmIdentifiers.HMAC_SHA256)
                            .build()
                            .processToClaims(token);
            Long generation = claims.getClaimValue(GENERATION, Long.class);
            return generation == null
                    ? Optional.empty()
                    : Optional.of(new Subject(UUID.fromString(claims.getSubject()), generation));
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static NumericDate numeric(Instant time) {
        return NumericDate.fromSeconds(time.getEpochSecond());
    }
}
