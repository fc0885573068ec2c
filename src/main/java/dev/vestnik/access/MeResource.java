package dev.vestnik.access;

import dev.vestnik.edge.ClientAddress;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/me")
@Tag(name = "Login")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class MeResource {

    private final Caller caller;
    private final Passwords passwords;
    private final UserEditing editing;
    private final LoginLimit limit;
    private final ClientAddress addresses;

    MeResource(
            Caller caller,
            Passwords passwords,
            UserEditing editing,
            LoginLimit limit,
            ClientAddress addresses) {
        this.caller = caller;
        this.passwords = passwords;
        this.editing = editing;
        this.limit = limit;
        this.addresses = addresses;
    }

    /// Who the caller is.
    @Schema(name = "Me")
    record Me(
            @Schema(examples = "admin") String username,
            @Schema(examples = "[\"admin\"]") List<String> roles) {}

    @GET
    @Authenticated
    @Operation(summary = "Tell who I am")
    public Me tell() {
        return new Me(caller.name(), caller.roles().stream().sorted().toList());
    }

    @POST
    @Path("/password")
    @Authenticated
    @Operation(
            summary = "Change my password",
            description =
                    "Ends all your tokens, this one too: log in again. API keys and users of an external"
                            + " login service have no password here.")
    @APIResponse(responseCode = "204", description = "It is changed.")
    public RestResponse<Void> changePassword(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = PasswordChange.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = AccessExamples.PASSWORD)))
                    @NotNull
                    @Valid
                    PasswordChange change,
            RoutingContext call) {
        String password = change.checked();
        Optional<User> known = caller.userId().flatMap(id -> User.findByIdOptional(id));
        User user =
                known.orElseThrow(() ->
                        Problem.of(ProblemType.FORBIDDEN, "This credential has no password here."));
        String address = addresses.counted(call.request());
        limit.take(address, user.username);
        if (change.current().length() > TokenResource.LONGEST_PASSWORD
                || !passwords.matches(change.current(), user)) {
            throw Problem.of(ProblemType.FORBIDDEN, "The present password is wrong.");
        }
        limit.succeeded(address, user.username);
        editing.setPassword(user, password);
        return RestResponse.noContent();
    }
}
