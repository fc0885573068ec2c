package dev.vestnik.access;

import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Paging;
import dev.vestnik.edge.Parameters;
import dev.vestnik.edge.QueryParameters;
import dev.vestnik.edge.Window;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The list of users, by name.
@QueryParameters
public class UserListing extends Paging {

    @RestQuery
    @Parameter(description = "Part of the name, without regard to case.")
    public @Nullable String q;

    @RestQuery
    @Parameter(description = "Who have this role.", example = "editor")
    public @Nullable String role;

    @RestQuery
    @Parameter(description = "true: who cannot log in; false: who can.")
    public @Nullable Boolean disabled;

    UserPage page(Cursors cursors) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> values = new HashMap<>();
        if (q != null) {
            conditions.add("locate(:q, usernameKey) > 0");
            values.put("q", User.key(q));
        }
        if (role != null) {
            for (Role wanted : Parameters.constants("role", role, Role.class)) {
                conditions.add("locate(:" + wanted.key() + ", roleNames) > 0");
                values.put(wanted.key(), wanted.key());
            }
        }
        if (disabled != null) {
            conditions.add("disabled = :disabled");
            values.put("disabled", disabled);
        }
        Long count = total ? User.count(String.join(" and ", conditions), values) : null;
        String query = "users\n" + q + '\n' + role + '\n' + disabled;
        Cursors.Cursor from = cursor == null ? null : cursors.read(query, cursor, 1);
        boolean backward = from != null && from.backward();
        if (from != null) {
            conditions.add("usernameKey " + (backward ? "<" : ">") + " :place");
            values.put("place", from.place().get(0));
        }
        PanacheQuery<User> found =
                User.find(
                        String.join(" and ", conditions)
                                + " order by usernameKey "
                                + (backward ? "desc" : "asc"),
                        values);
        Window<User> window =
                Window.of(
                        found.page(0, limit + 1).list(),
                        limit,
                        from,
                        count,
                        user -> List.of(user.usernameKey),
                        at -> cursors.write(query, at));
        return new UserPage(window.rows().stream().map(UserView::of).toList(), window.page());
    }
}
