package dev.vestnik.access;

import dev.vestnik.edge.PageInfo;
import dev.vestnik.edge.Paged;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of users.
@Schema(name = "UserPage")
record UserPage(List<UserView> items, PageInfo page) implements Paged {}
