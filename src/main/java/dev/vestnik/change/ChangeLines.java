package dev.vestnik.change;

import dev.vestnik.database.Reads;
import dev.vestnik.database.Row;
import dev.vestnik.database.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Reads the change log, without Hibernate: every start and every idle node asks these over and
/// over.
@Singleton
public class ChangeLines {

    private final Reads reads;

    ChangeLines(Reads reads) {
        this.reads = reads;
    }

    /// The next lines after one that a follower has done, in order.
    ///
    /// @param seq 0 for the beginning
    public List<Change> after(long seq, int most) {
        return reads.list(
                Sql.of(
                        "select seq, at, kind, id, locale, what from change where seq > ? order by seq fetch first ? rows only",
                        seq,
                        most),
                ChangeLines::line);
    }

    /// Whether there is a line of some kinds after one.
    public boolean tellsOf(Set<ChangeKind> kinds, long after) {
        Sql query =
                Sql.of("select seq from change where seq > ? and ", after)
                        .add(Sql.in("kind", kinds.stream().map(ChangeKind::name).toList()))
                        .add(" fetch first 1 rows only");
        return !reads.list(query, Row::number).isEmpty();
    }

    /// Whether there is a line of that number.
    public boolean has(long seq) {
        return !reads.list(Sql.of("select seq from change where seq = ?", seq), Row::number)
                .isEmpty();
    }

    /// The number of the last line; 0 where there is none.
    public long last() {
        return reads.list(Sql.of("select coalesce(max(seq), 0) from change"), Row::number).get(0);
    }

    /// The number of the last line about each of some resources; those without one are missing.
    public Map<UUID, Long> last(Collection<UUID> resources) {
        Sql query =
                Sql.of("select id, max(seq) from change where ")
                        .add(Sql.in("id", resources))
                        .add(" group by id");
        Map<UUID, Long> last = new HashMap<>();
        reads.each(query, row -> last.put(row.id(), row.number()));
        return last;
    }

    /// The number of the last line of some kind; 0 where there is none.
    ///
    /// @param condition of SQL about the line `c`; a constant
    public long last(String condition) {
        Sql query =
                Sql.of(
                        "select c.seq from change c where "
                                + condition
                                + " order by c.seq desc fetch first 1 rows only");
        return reads.list(query, Row::number).stream().findFirst().orElse(0L);
    }

    private static Change line(Row row) throws SQLException {
        Change line = new Change();
        line.seq = row.number();
        line.at = row.time();
        line.kind = ChangeKind.valueOf(row.text());
        line.id = row.id();
        line.locale = row.textOrNull();
        line.what = row.text();
        return line;
    }
}
