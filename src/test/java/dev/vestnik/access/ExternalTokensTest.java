package dev.vestnik.access;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import dev.vestnik.testing.Parallel;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens of an issuer whose key set is served on loopback.
class ExternalTokensTest {

    private static final String ISSUER = "https://login.example/realms/newsroom";
    private static final Instant NOW = Instant.parse("2026-01-01T08:00:00Z");
    private static final PublicJsonWebKey RSA = rsa("rsa");

    private final AtomicInteger fetches = new AtomicInteger();
    private volatile String keySet = published(RSA);
    private volatile int status = 200;
    private volatile Instant now = NOW;
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/keys",
                exchange -> {
                    fetches.incrementAndGet();
                    byte[] body = keySet.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, body.length);
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write(body);
                    }
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static PublicJsonWebKey rsa(String id) {
        try {
            PublicJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String published(JsonWebKey... keys) {
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private URI place() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    }

    private ExternalTokens tokens() {
        return tokens(place(), "groups", Optional.of("vestnik"));
    }

    private ExternalTokens tokens(URI place, String rolesClaim, Optional<String> audience) {
        AccessSettings.Oidc oidc =
                new AccessSettings.Oidc() {
                    @Override
                    public Optional<String> issuer() {
                        return Optional.of(ISSUER);
                    }

                    @Override
                    public Optional<URI> jwksUrl() {
                        return Optional.of(place);
                    }

                    @Override
                    public Optional<String> audience() {
                        return audience;
                    }

                    @Override
                    public String rolesClaim() {
                        return rolesClaim;
                    }

                    @Override
                    public String usernameClaim() {
                        return "preferred_username";
                    }
                };
        return new ExternalTokens(
                new AccessSettings() {
                    @Override
                    public int loginsPerMinute() {
                        return 10;
                    }

                    @Override
                    public Oidc oidc() {
                        return oidc;
                    }
                },
                () -> now);
    }

    private JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience("vestnik");
        claims.setSubject("4711");
        claims.setExpirationTime(NumericDate.fromSeconds(NOW.plusSeconds(600).getEpochSecond()));
        claims.setStringClaim("preferred_username", "somebody");
        claims.setStringListClaim("groups", "editor", "football");
        return claims;
    }

    private static String signed(JwtClaims claims, String algorithm, PublicJsonWebKey key)
            throws JoseException {
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setAlgorithmHeaderValue(algorithm);
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setKey(key.getPrivateKey());
        return token.getCompactSerialization();
    }

    @Test
    void takes_the_issuers_users_with_those_roles_that_are_ours() throws Exception {
        ExternalTokens.External user = tokens().read(signed(claims(), "RS256", RSA)).orElseThrow();

        assertThat(user.actor().name(), equalTo("external:somebody"));
        assertThat(user.roles(), contains(Role.EDITOR));
    }

    @ParameterizedTest
    @CsvSource({"RS256", "RS512", "PS256", "PS384"})
    void takes_rsa_signatures(String algorithm) throws Exception {
        assertThat(tokens().read(signed(claims(), algorithm, RSA)).isPresent(), equalTo(true));
    }

    @Test
    void takes_elliptic_curves() throws Exception {
        PublicJsonWebKey p256 = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        p256.setKeyId("ec");
        PublicJsonWebKey ed25519 = OkpJwkGenerator.generateJwk("Ed25519");
        ed25519.setKeyId("ed");
        keySet = published(p256, ed25519);
        ExternalTokens tokens = tokens();

        assertThat(tokens.read(signed(claims(), "ES256", p256)).isPresent(), equalTo(true));
        assertThat(tokens.read(signed(claims(), "EdDSA", ed25519)).isPresent(), equalTo(true));
    }

    @Test
    void refuses_what_is_not_signed_by_the_issuer() throws Exception {
        PublicJsonWebKey another = rsa("rsa");
        JsonWebSignature symmetric = new JsonWebSignature();
        symmetric.setPayload(claims().toJson());
        symmetric.setAlgorithmHeaderValue("HS256");
        symmetric.setKeyIdHeaderValue("rsa");
        symmetric.setKey(new HmacKey(RSA.getPublicKey().getEncoded()));
        String good = signed(claims(), "RS256", RSA);
        String header =
                java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        String unsigned = header + good.substring(good.indexOf('.'), good.lastIndexOf('.') + 1);
        ExternalTokens tokens = tokens();

        for (String bad :
                List.of(
                        signed(claims(), "RS256", another),
                        symmetric.getCompactSerialization(),
                        unsigned,
                        good.substring(0, good.length() - 8) + "AAAAAAAA")) {
            assertThat(tokens.read(bad).isPresent(), equalTo(false));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "exp", "sub", "expired", "not yet", "other audience"})
    void refuses_claims_that_are_missing_or_wrong(String what) throws Exception {
        JwtClaims claims = claims();
        switch (what) {
            case "expired" ->
                    claims.setExpirationTime(
                            NumericDate.fromSeconds(NOW.minusSeconds(60).getEpochSecond()));
            case "not yet" ->
                    claims.setNotBefore(
                            NumericDate.fromSeconds(NOW.plusSeconds(60).getEpochSecond()));
            case "other audience" -> claims.setAudience("another program");
            default -> claims.unsetClaim(what);
        }

        assertThat(tokens().read(signed(claims, "RS256", RSA)).isPresent(), equalTo(false));
    }

    @Test
    void roles_may_stand_deeper() throws Exception {
        JwtClaims claims = claims();
        claims.setClaim("realm_access", Map.of("roles", List.of("author", "privacy")));

        assertThat(
                tokens(place(), "realm_access.roles", Optional.empty())
                        .read(signed(claims, "RS256", RSA))
                        .orElseThrow()
                        .roles(),
                contains(Role.AUTHOR, Role.PRIVACY));
    }

    @Test
    void roles_that_are_no_list_of_ours_give_none() throws Exception {
        JwtClaims claims = claims();
        claims.setClaim("groups", 7);

        assertThat(tokens().read(signed(claims, "RS256", RSA)).orElseThrow().roles(), empty());
    }

    @Test
    void a_new_key_is_found_but_unknown_ones_do_not_cause_a_fetch_each() throws Exception {
        ExternalTokens tokens = tokens();
        tokens.read(signed(claims(), "RS256", RSA));
        PublicJsonWebKey newKey = rsa("new");
        keySet = published(RSA, newKey);
        String token = signed(claims(), "RS256", newKey);

        assertThat(tokens.read(token).isPresent(), equalTo(false));
        assertThat(fetches.get(), equalTo(1));
        now = NOW.plusSeconds(30);
        assertThat(tokens.read(token).isPresent(), equalTo(true));
        String unknown = signed(claims(), "RS256", rsa("unknown"));
        for (int n = 0; n < 20; n++) {
            assertThat(tokens.read(unknown).isPresent(), equalTo(false));
        }
        assertThat(fetches.get(), equalTo(2));
    }

    @Test
    void known_keys_serve_while_the_issuer_cannot_be_reached() throws Exception {
        ExternalTokens tokens = tokens();
        JwtClaims claims = claims();
        claims.setExpirationTime(NumericDate.fromSeconds(NOW.plusSeconds(9000).getEpochSecond()));
        String token = signed(claims, "RS256", RSA);
        assertThat(tokens.read(token).isPresent(), equalTo(true));
        status = 500;
        now = NOW.plusSeconds(3600);

        assertThat(tokens.read(token).isPresent(), equalTo(true));
        assertThat(fetches.get(), equalTo(2));
    }

    @Test
    void an_issuer_that_was_never_reached_is_503_and_not_asked_each_time() throws Exception {
        status = 503;
        ExternalTokens tokens = tokens();
        String token = signed(claims(), "RS256", RSA);

        for (int n = 0; n < 10; n++) {
            assertThat(
                    assertThrows(Problem.class, () -> tokens.read(token)).type(),
                    equalTo(ProblemType.LOGIN_UNAVAILABLE));
        }
        assertThat(fetches.get(), lessThanOrEqualTo(1));
        status = 200;
        now = NOW.plusSeconds(5);
        assertThat(tokens.read(token).isPresent(), equalTo(true));
    }

    @Test
    void a_silent_issuer_holds_nobody_for_long() throws Exception {
        server.removeContext("/keys");
        server.createContext(
                "/keys",
                exchange -> {
                    try {
                        Thread.sleep(10_000);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        ExternalTokens tokens = tokens();
        String token = signed(claims(), "RS256", RSA);
        long start = System.nanoTime();

        Parallel.times(8, n -> assertThrows(Problem.class, () -> tokens.read(token)));

        assertThat(Duration.ofNanos(System.nanoTime() - start), lessThan(Duration.ofSeconds(6)));
    }

    @Test
    void other_tokens_cause_no_fetch() throws Exception {
        ExternalTokens tokens = tokens();
        JwtClaims claims = claims();
        claims.setIssuer("https://another.example");

        for (String other : List.of("", "x", "a.b.c", signed(claims, "RS256", RSA))) {
            assertThat(tokens.read(other).isPresent(), equalTo(false));
        }
        assertThat(fetches.get(), equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example/keys",
                "http://127.0.0.1.example/keys",
                "file:///etc/hosts",
                "ftp://127.0.0.1/keys"
            })
    void keys_come_by_https_or_from_this_machine(String place) {
        assertThrows(
                IllegalStateException.class,
                () -> tokens(URI.create(place), "groups", Optional.empty()));
    }
}
