package dev.vestnik.access;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/me")
@Tag(name = "Login")
@Produces(MediaType.APPLICATION_JSON)
class MeResource {

    private final Caller caller;

    MeResource(Caller caller) {
        this.caller = caller;
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
}
