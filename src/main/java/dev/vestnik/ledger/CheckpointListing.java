package dev.vestnik.ledger;

import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Cursors.Cursor;
import dev.vestnik.edge.Paging;
import dev.vestnik.edge.QueryParameters;
import dev.vestnik.edge.Window;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The checkpoints, the newest first.
@QueryParameters
public class CheckpointListing extends Paging {

    private static final String QUERY = "checkpoints";

    CheckpointPage page(Cursors cursors) {
        Cursor from = cursor == null ? null : cursors.read(QUERY, cursor, 1);
        Window<Checkpoint> window =
                Window.of(
                        query(from).range(0, limit).list(),
                        limit,
                        from,
                        total ? Checkpoint.count() : null,
                        checkpoint -> List.of(String.valueOf(checkpoint.number)),
                        at -> cursors.write(QUERY, at));
        return new CheckpointPage(
                window.rows().stream().map(CheckpointView::of).toList(), window.page());
    }

    private static PanacheQuery<Checkpoint> query(@Nullable Cursor from) {
        if (from == null) {
            return Checkpoint.find("order by number desc");
        }
        long number = Long.parseLong(from.place().get(0));
        return from.backward()
                ? Checkpoint.find("number > ?1 order by number", number)
                : Checkpoint.find("number < ?1 order by number desc", number);
    }
}
