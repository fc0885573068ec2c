package dev.vestnik.consent;

import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Paging;
import dev.vestnik.edge.QueryParameters;
import dev.vestnik.edge.Window;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists of what has a name that is its own, sorted by it.
@QueryParameters
public class KeyListing extends Paging {

    Window<Purpose> purposes(Cursors cursors) {
        Cursors.Cursor from = cursor == null ? null : cursors.read("purposes", cursor, 1);
        PanacheQuery<Purpose> query =
                from == null
                        ? Purpose.find("order by code")
                        : Purpose.find(condition("code", from), from.place().get(0));
        return Window.of(
                query.range(0, limit).list(),
                limit,
                from,
                total ? Purpose.count() : null,
                purpose -> List.of(purpose.code),
                at -> cursors.write("purposes", at));
    }

    Window<Notice> notices(Cursors cursors) {
        Cursors.Cursor from = cursor == null ? null : cursors.read("notices", cursor, 1);
        PanacheQuery<Notice> query =
                from == null
                        ? Notice.find("order by noticeKey")
                        : Notice.find(condition("noticeKey", from), from.place().get(0));
        return Window.of(
                query.range(0, limit).list(),
                limit,
                from,
                total ? Notice.count() : null,
                notice -> List.of(notice.noticeKey),
                at -> cursors.write("notices", at));
    }

    private static String condition(String attribute, Cursors.@Nullable Cursor from) {
        return from != null && from.backward()
                ? attribute + " < ?1 order by " + attribute + " desc"
                : attribute + " > ?1 order by " + attribute;
    }
}
