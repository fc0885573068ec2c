package dev.vestnik.access;

import dev.vestnik.database.Reads;
import dev.vestnik.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Knows callers by `Authorization: Bearer` (RFC 6750). The user is read anew for each request, so
/// that one who was disabled, or lost a role, is out at once.
@Singleton
class BearerAuthentication implements HttpAuthenticationMechanism {

    private static final String SCHEME = "bearer ";
    private static final String ACTOR = Actor.class.getName();

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext call, IdentityProviderManager identities) {
        String header = call.request().getHeader("Authorization");
        if (header == null) {
            return Uni.createFrom().nullItem();
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Uni.createFrom()
                    .failure(new AuthenticationFailedException("Not a bearer token"));
        }
        return identities
                .authenticate(new Bearer(header.substring(SCHEME.length()).strip()))
                .invoke(identity -> identity.<Actor>getAttribute(ACTOR).makes(call));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext call) {
        return Uni.createFrom()
                .item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"vestnik\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(Bearer.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext call) {
        return Uni.createFrom()
                .item(
                        new HttpCredentialTransport(
                                HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
    }

    /// A bearer token as it was sent.
    static final class Bearer extends BaseAuthenticationRequest {

        private final String token;

        Bearer(String token) {
            this.token = token;
        }
    }

    /// Finds whom a bearer token names: the holder of an API key, a user, or a user of the external
    /// issuer.
    @Singleton
    static class Provider implements IdentityProvider<Bearer> {

        private static final String GOOD_USER =
                "select id, username, roles from app_user where id = ? and generation = ? and not disabled";

        private final Reads reads;
        private final Tokens tokens;
        private final ExternalTokens externalTokens;
        private final KeyUse keyUse;
        private final InstantSource time;

        Provider(
                Reads reads,
                Tokens tokens,
                ExternalTokens externalTokens,
                KeyUse keyUse,
                InstantSource time) {
            this.reads = reads;
            this.tokens = tokens;
            this.externalTokens = externalTokens;
            this.keyUse = keyUse;
            this.time = time;
        }

        @Override
        public Class<Bearer> getRequestType() {
            return Bearer.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(
                Bearer request, AuthenticationRequestContext context) {
            return context.runBlocking(() -> identity(request.token));
        }

        private SecurityIdentity identity(String token) {
            if (token.startsWith(KeyText.PREFIX)) {
                ApiKey key = key(token);
                keyUse.note(key);
                return identity(Actor.of(key), key.roles);
            }
            Optional<Tokens.Subject> subject = tokens.read(token);
            if (subject.isPresent()) {
                Known user = user(subject.get());
                return identity(new Actor(user.username(), user.id()), user.roles());
            }
            ExternalTokens.External external =
                    externalTokens.read(token).orElseThrow(Provider::noGood);
            return identity(external.actor(), external.roles());
        }

        private ApiKey key(String token) {
            if (!KeyText.isWellFormed(token)) {
                throw noGood();
            }
            Optional<ApiKey> key =
                    QuarkusTransaction.joiningExisting()
                            .call(() -> ApiKey.byHash(KeyText.hash(token)));
            return key.filter(known -> known.isGood(time.instant())).orElseThrow(Provider::noGood);
        }

        /// What the program has to know of a user with every request.
        private record Known(UUID id, String username, Set<Role> roles) {}

        private Known user(Tokens.Subject subject) {
            Sql query = Sql.of(GOOD_USER, subject.id(), subject.generation());
            return reads
                    .list(
                            query,
                            row ->
                                    new Known(
                                            row.id(),
                                            row.text(),
                                            new RolesColumn().convertToEntityAttribute(row.text())))
                    .stream()
                    .findFirst()
                    .orElseThrow(Provider::noGood);
        }

        private static AuthenticationFailedException noGood() {
            return new AuthenticationFailedException("The token is not good, or no longer");
        }

        private static SecurityIdentity identity(Actor actor, Set<Role> roles) {
            var identity =
                    QuarkusSecurityIdentity.builder()
                            .setPrincipal(new QuarkusPrincipal(actor.name()))
                            .addAttribute(Caller.USER_ID, actor.id())
                            .addAttribute(ACTOR, actor);
            roles.forEach(role -> identity.addRole(role.key()));
            return identity.build();
        }
    }
}
