package dev.vestnik.access;

import dev.vestnik.edge.Problem;
import io.netty.util.NetUtil;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/// Checks the JWTs of an external issuer (OpenID Connect), where one is configured: signed by a key
/// of its set with an asymmetric algorithm, not expired, for us.
@Singleton
class ExternalTokens {

    private static final String[] ALGORITHMS = {
        AlgorithmIdentifiers.RSA_USING_SHA256,
        AlgorithmIdentifiers.RSA_USING_SHA384,
        AlgorithmIdentifiers.RSA_USING_SHA512,
        AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
        AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
        AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
        AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
        AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
        AlgorithmIdentifiers.EDDSA
    };
    private static final int CLOCK_SKEW_SECONDS = 30;
    private static final int LONGEST_NAME = 200;

    private final AccessSettings.Oidc settings;
    private final InstantSource time;
    private final @Nullable KeySet keys;

    ExternalTokens(AccessSettings settings, InstantSource time) {
        this.settings = settings.oidc();
        this.time = time;
        this.keys =
                this.settings.issuer().isEmpty()
                        ? null
                        : new KeySet(
                                checked(
                                        this.settings
                                                .jwksUrl()
                                                .orElseThrow(() ->
                                                        new IllegalStateException(
                                                                "vestnik.access.oidc.issuer needs vestnik.access.oidc.jwks-url"))),
                                time);
    }

    /// Lets a wrong configuration stop the start, not the first login.
    void check(@Observes StartupEvent start) {
        // the constructor has done it
    }

    private static URI checked(URI place) {
        if ("https".equals(place.getScheme())
                || ("http".equals(place.getScheme()) && isLoopback(place.getHost()))) {
            return place;
        }
        throw new IllegalStateException(
                "vestnik.access.oidc.jwks-url must be https, or http on this machine");
    }

    private static boolean isLoopback(@Nullable String host) {
        if (host == null || host.equals("localhost")) {
            return host != null;
        }
        InetAddress address = NetUtil.createInetAddressFromIpAddressString(host);
        return address != null && address.isLoopbackAddress();
    }

    /// An external user as a token names one.
    record External(Actor actor, Set<Role> roles) {}

    /// Whom a token names; empty where no issuer is configured, or the token is not good.
    ///
    /// @throws Problem 503 where the issuer's keys cannot be had
    Optional<External> read(String token) {
        if (keys == null || !claimsOurIssuer(token)) {
            return Optional.empty();
        }
        try {
            return Optional.of(external(consumer(keys).processToClaims(token)));
        } catch (InvalidJwtException | MalformedClaimException e) {
            if (e.getCause() instanceof Problem problem) {
                throw problem;
            }
            return Optional.empty();
        }
    }

    /// Looked at before anything is verified, so that a token of nobody's does not cause a fetch.
    private boolean claimsOurIssuer(String token) {
        try {
            JwtClaims claims =
                    new JwtConsumerBuilder()
                            .setSkipAllValidators()
                            .setDisableRequireSignature()
                            .setSkipSignatureVerification()
                            .build()
                            .processToClaims(token);
            return settings.issuer().orElseThrow().equals(claims.getIssuer());
        } catch (InvalidJwtException | MalformedClaimException e) {
            return false;
        }
    }

    private JwtConsumer consumer(KeySet keySet) {
        JwtConsumerBuilder rules =
                new JwtConsumerBuilder()
                        .setRequireExpirationTime()
                        .setRequireSubject()
                        .setExpectedIssuer(settings.issuer().orElseThrow())
                        .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                        .setEvaluationTime(NumericDate.fromSeconds(time.instant().getEpochSecond()))
                        .setJwsAlgorithmConstraints(ConstraintType.PERMIT, ALGORITHMS)
                        .setVerificationKeyResolver(
                                (token, nesting) -> key(token, nesting, keySet));
        return (settings.audience().isPresent()
                        ? rules.setExpectedAudience(settings.audience().get())
                        : rules.setSkipDefaultAudienceValidation())
                .build();
    }

    private static Key key(JsonWebSignature token, List<JsonWebStructure> nesting, KeySet keySet)
            throws UnresolvableKeyException {
        try {
            VerificationJwkSelector selector = new VerificationJwkSelector();
            JsonWebKey key = selector.select(token, keySet.keys());
            if (key == null) {
                key = selector.select(token, keySet.newKeys());
            }
            if (key == null) {
                throw new UnresolvableKeyException("The issuer has no such key");
            }
            return key.getKey();
        } catch (JoseException e) {
            throw new UnresolvableKeyException("No key could be chosen", e);
        }
    }

    private External external(JwtClaims claims) throws MalformedClaimException {
        String subject = claims.getSubject();
        Object username = claims.getClaimValue(settings.usernameClaim());
        String name = username instanceof String text && !text.isBlank() ? text : subject;
        UUID id =
                UUID.nameUUIDFromBytes(
                        (claims.getIssuer() + '\n' + subject).getBytes(StandardCharsets.UTF_8));
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return new External(new Actor("external:" + shown, id), roles(claims));
    }

    private Set<Role> roles(JwtClaims claims) {
        Object claim = claims.getClaimValue(settings.rolesClaim());
        if (claim == null) {
            claim = claims.getClaimsMap();
            for (String step : settings.rolesClaim().split("\\.")) {
                claim = claim instanceof Map<?, ?> object ? object.get(step) : null;
            }
        }
        Collection<?> values = claim instanceof Collection<?> list ? list : List.of();
        if (claim instanceof String text) {
            values = List.of(text.split("[ ,]+"));
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (values.contains(role.key())) {
                roles.add(role);
            }
        }
        return roles;
    }
}
