package dev.vestnik.consent;

import dev.vestnik.edge.Problem;
import dev.vestnik.edge.Secret;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/// Makes and reads shown tokens: JWTs (RFC 7519, HMAC with SHA-256) that prove which text of which
/// version was shown.
@Singleton
class ShownTokens {

    private static final String PURPOSE = "vestnik-shown";

    private final HmacKey key;
    private final ConsentSettings settings;
    private final InstantSource time;

    ShownTokens(Secret secret, ConsentSettings settings, InstantSource time) {
        this.key = new HmacKey(secret.keyFor("consent-shown"));
        this.settings = settings;
        this.time = time;
    }

    /// What was shown.
    record Shown(UUID id, String notice, int number, String locale) {}

    /// A token with its end.
    record Made(String token, Instant expiresAt) {}

    Made make(Shown shown) {
        Instant end = time.instant().plus(settings.shownFor());
        JwtClaims claims = new JwtClaims();
        claims.setAudience(PURPOSE);
        claims.setJwtId(shown.id().toString());
        claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond()));
        claims.setClaim("notice", shown.notice());
        claims.setClaim("number", shown.number());
        claims.setClaim("locale", shown.locale());
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        token.setHeader("typ", "JWT");
        token.setKey(key);
        try {
            return new Made(
                    token.getCompactSerialization(), Instant.ofEpochSecond(end.getEpochSecond()));
        } catch (JoseException e) {
            throw new IllegalStateException("The key is made for this algorithm", e);
        }
    }

    /// @throws Problem 422 where it is not ours, was changed, or its time is over
    Shown read(String token) {
        try {
            JwtClaims claims =
                    new JwtConsumerBuilder()
                            .setRequireExpirationTime()
                            .setRequireJwtId()
                            .setExpectedAudience(PURPOSE)
                            .setEvaluationTime(
                                    NumericDate.fromSeconds(time.instant().getEpochSecond()))
                            .setVerificationKey(key)
                            .setJwsAlgorithmConstraints(
                                    AlgorithmConstraints.ConstraintType.PERMIT,
                                    AlgorithmIdentifiers.HMAC_SHA256)
                            .build()
                            .processToClaims(token);
            return new Shown(
                    UUID.fromString(claims.getJwtId()),
                    claims.getStringClaimValue("notice"),
                    claims.getClaimValue("number", Long.class).intValue(),
                    claims.getStringClaimValue("locale"));
        } catch (InvalidJwtException e) {
            throw e.hasErrorCode(ErrorCodes.EXPIRED)
                    ? Problem.invalid(
                            "/shownToken",
                            "SHOWN_TOKEN_EXPIRED",
                            "is no longer good; show the notice again")
                    : invalid();
        } catch (MalformedClaimException | IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static Problem invalid() {
        return Problem.invalid(
                "/shownToken", "SHOWN_TOKEN_INVALID", "is not one of ours; show the notice");
    }
}
