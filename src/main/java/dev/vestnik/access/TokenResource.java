package dev.vestnik.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vestnik.edge.ClientAddress;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/auth/token")
@Tag(name = "Login")
@Produces(MediaType.APPLICATION_JSON)
class TokenResource {

    private static final int LONGEST_NAME = 200;
    static final int LONGEST_PASSWORD = 1024;

    private final Passwords passwords;
    private final Tokens tokens;
    private final LoginLimit limit;
    private final ClientAddress addresses;

    TokenResource(Passwords passwords, Tokens tokens, LoginLimit limit, ClientAddress addresses) {
        this.passwords = passwords;
        this.tokens = tokens;
        this.limit = limit;
        this.addresses = addresses;
    }

    /// An access token as OAuth 2.0 answers (RFC 6749 section 5.1).
    @Schema(name = "AccessToken", description = "Send it as Authorization: Bearer.")
    record AccessToken(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") @Schema(examples = "Bearer") String tokenType,
            @JsonProperty("expires_in") @Schema(description = "Seconds.", examples = "3600")
                    long expiresIn) {}

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "Log in",
            description =
                    "OAuth 2.0 password grant. The token is good for an hour, or until the user is disabled.")
    public RestResponse<AccessToken> issue(
            @FormParam("grant_type") @Schema(examples = "password") @Nullable String grantType,
            @FormParam("username") @Schema(required = true, examples = "admin")
                    @Nullable String username,
            @FormParam("password") @Schema(required = true, format = "password", examples = "admin")
                    @Nullable String password,
            @FormParam("scope") @Schema(hidden = true) @Nullable String scope,
            @FormParam("client_id") @Schema(hidden = true) @Nullable String clientId,
            @FormParam("client_secret") @Schema(hidden = true) @Nullable String clientSecret,
            RoutingContext call) {
        if (grantType != null && !grantType.isEmpty() && !grantType.equals("password")) {
            throw Problem.of(ProblemType.BAD_REQUEST, "grant_type: must be password");
        }
        if (username == null
                || password == null
                || username.length() > LONGEST_NAME
                || username.indexOf('\u0000') >= 0
                || password.length() > LONGEST_PASSWORD) {
            throw Problem.of(
                    ProblemType.BAD_REQUEST,
                    "username and password: must be given, as a form, and not be overlong");
        }
        String address = addresses.counted(call.request());
        limit.take(address, username);
        User user = found(username);
        if (user != null) {
            Actor.of(user).makes(call);
        }
        if (!passwords.matches(password, user) || user == null || user.disabled) {
            throw Problem.of(ProblemType.INVALID_CREDENTIALS, "Name or password is wrong.");
        }
        limit.succeeded(address, username);
        AccessToken token = new AccessToken(tokens.issue(user), "Bearer", Tokens.LIFE.toSeconds());
        return RestResponse.ResponseBuilder.ok(token).header("Cache-Control", "no-store").build();
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    @Nullable User found(String username) {
        return User.byUsername(username).orElse(null);
    }
}
