package dev.vestnik.change;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/// One line of the change log. It tells what was written and when, and nothing of the content.
@Entity
@Immutable
public class Change extends PanacheEntityBase {

    /// Gapless, in the order of the commits, from 1.
    @Id public long seq;

    @Column(nullable = false)
    public Instant at;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    public ChangeKind kind;

    /// Of the resource that was written.
    @Column(nullable = false)
    public UUID id;

    /// Of a news item; null where the resource has none.
    public @Nullable String locale;

    /// What was done to it, such as `published`.
    @Column(nullable = false)
    public String what;

    /// The next lines after one that a follower has done, in order.
    public static List<Change> after(long seq, int most) {
        return ofSql(
                        "select * from change where seq > :after order by seq fetch first :most rows only",
                        Change.class)
                .setParameter("after", seq)
                .setParameter("most", most)
                .getResultList();
    }

    /// Whether there is a line of some kinds after one.
    public static boolean tellsOf(Set<ChangeKind> kinds, long after) {
        return !ofSql(
                        "select seq from change where seq > :after and kind in :kinds fetch first 1 rows only",
                        Long.class)
                .setParameter("after", after)
                .setParameter("kinds", kinds.stream().map(ChangeKind::name).toList())
                .getResultList()
                .isEmpty();
    }

    /// The number of the last line; 0 where there is none.
    public static long last() {
        return ofSql("select coalesce(max(seq), 0) from change", Long.class).getSingleResult();
    }

    /// SQL, since every start and every idle node asks these: HQL would have to be read first.
    private static <T> NativeQuery<T> ofSql(String query, Class<T> result) {
        return getSession().createNativeQuery(query, result);
    }
}
