package dev.vestnik.access;

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
import java.util.Optional;
import java.util.Set;

/// Knows callers by `Authorization: Bearer` (RFC 6750). The user is read anew for each request, so
/// that one who was disabled, or lost a role, is out at once.
@Singleton
class BearerAuthentication implements HttpAuthenticationMechanism {

    private static final String SCHEME = "bearer ";

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
        return identities.authenticate(new Bearer(header.substring(SCHEME.length()).strip()));
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

    /// Finds the user whom a bearer token names.
    @Singleton
    static class Provider implements IdentityProvider<Bearer> {

        private final Tokens tokens;

        Provider(Tokens tokens) {
            this.tokens = tokens;
        }

        @Override
        public Class<Bearer> getRequestType() {
            return Bearer.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(
                Bearer request, AuthenticationRequestContext context) {
            return context.runBlocking(() -> identity(request));
        }

        private SecurityIdentity identity(Bearer request) {
            Tokens.Subject subject =
                    tokens.read(request.token)
                            .orElseThrow(
                                    () -> new AuthenticationFailedException("Not a valid token"));
            Optional<User> user =
                    QuarkusTransaction.joiningExisting()
                            .call(() -> User.findByIdOptional(subject.id()));
            User known =
                    user.filter(found ->
                                    !found.disabled && found.generation == subject.generation())
                            .orElseThrow(() ->
                                    new AuthenticationFailedException(
                                            "The token is no longer good"));
            var identity =
                    QuarkusSecurityIdentity.builder()
                            .setPrincipal(new QuarkusPrincipal(known.username))
                            .addAttribute(Caller.USER_ID, known.id);
            known.roles.forEach(role -> identity.addRole(role.key()));
            return identity.build();
        }
    }
}
