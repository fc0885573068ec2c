package dev.vestnik.consent;

import dev.vestnik.edge.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// One thing that the statistics count: rows are added, so that no counter is ever waited for.
@Entity
@Table(name = "consent_tally")
class Tally extends PanacheEntityBase {

    /// What is counted.
    enum What {
        SHOWN,
        ACCEPTED,
        REFUSED,
        CUSTOM,
        ACKNOWLEDGED,
        WITHDRAWN
    }

    /// Of one that is SHOWN the shown token's.
    @Id UUID id;

    /// In the newsroom's time zone.
    @Column(nullable = false)
    LocalDate atDay;

    @Column(nullable = false)
    String noticeKey;

    int noticeVersion;

    @Column(nullable = false)
    String locale;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    What what;

    /// Whether the shown token was used up.
    boolean used;

    static Tally of(UUID id, LocalDate day, String key, int number, String locale, What what) {
        Tally tally = new Tally();
        tally.id = id;
        tally.atDay = day;
        tally.noticeKey = key;
        tally.noticeVersion = number;
        tally.locale = locale;
        tally.what = what;
        return tally;
    }

    static Tally of(LocalDate day, Projection projection, What what) {
        return of(
                Ids.next(),
                day,
                projection.notice(),
                projection.noticeVersion(),
                projection.locale(),
                what);
    }

    /// What an answer counts as.
    static What answer(Map<String, Decision> decisions) {
        Collection<Decision> given = decisions.values();
        if (given.isEmpty()) {
            return What.ACKNOWLEDGED;
        }
        if (!given.contains(Decision.DENIED)) {
            return What.ACCEPTED;
        }
        return given.contains(Decision.GRANTED) ? What.CUSTOM : What.REFUSED;
    }

    /// Uses a shown token up, in the present transaction.
    ///
    /// @return whether it was still good: of two at the same moment one is told no
    static boolean use(UUID shown) {
        return update("used = true where id = ?1 and used = false", shown) == 1;
    }
}
