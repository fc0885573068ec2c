package dev.vestnik.consent;

import dev.vestnik.edge.Ids;
import dev.vestnik.ledger.CanonicalJson;
import dev.vestnik.ledger.LedgerEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/// Fills the tables with consents to the notice `cookies` and their events, as `ConsentLog` would
/// leave them but for evidence, and many times faster: verifying finds nothing wrong with them.
final class ManyEvents {

    private static final int AT_ONCE = 20_000;

    /// Consents that may still get an event, as visitors come back.
    private static final int OPEN = 20_000;

    private static final Duration APART = Duration.ofMillis(200);
    private static final List<String> LOCALES = List.of("ru", "kk", "en");

    private final Random random = new Random(7);
    private final String textHash;
    private final List<Map<String, Decision>> answers;
    private final List<Open> open = new ArrayList<>();
    private final List<Object> rows = new ArrayList<>();
    private Instant now;

    /// A consent with the rows of its events. All are written once it gets no more: a record that
    /// is written over and over costs H2 many times its size.
    private record Open(UUID id, LedgerEvent last, Projection projection, List<Object> rows) {}

    /// @param answers what visitors answer, each as often as the others
    ManyEvents(String textHash, List<Map<String, Decision>> answers, Instant from) {
        this.textHash = textHash;
        this.answers = answers;
        this.now = from;
    }

    /// Two of five events begin a consent; the others are later answers or withdrawals.
    ///
    /// @return when the last one happened
    Instant exist(int count) {
        for (int n = 0; n < count; n++) {
            if (open.isEmpty() || random.nextInt(5) < 2) {
                open.add(begun());
            } else {
                int which = random.nextInt(open.size());
                open.set(which, continued(open.get(which)));
            }
            if (open.size() > OPEN) {
                close(random.nextInt(open.size()));
            }
            if (rows.size() >= AT_ONCE) {
                write();
            }
            now = now.plus(APART);
        }
        while (!open.isEmpty()) {
            close(open.size() - 1);
        }
        write();
        QuarkusTransaction.requiringNew()
                .timeout(600)
                .run(() ->
                        ConsentRecord.getEntityManager()
                                .createNativeQuery(
                                        """
                                        insert into ledger_unsealed (chain, position)
                                        select e.chain, e.position from ledger_event e where not exists (
                                            select 1 from ledger_unsealed u
                                            where u.chain = e.chain and u.position = e.position)\
                                        """)
                                .executeUpdate());
        return now;
    }

    private Open begun() {
        Map<String, Decision> decisions = answers.get(random.nextInt(answers.size()));
        EventType type =
                decisions.containsValue(Decision.GRANTED) ? EventType.GIVEN : EventType.REFUSED;
        Open none = new Open(Ids.next(), null, null, new ArrayList<>());
        return next(none, type, answer(decisions));
    }

    private Open continued(Open before) {
        boolean withdraws =
                random.nextInt(4) == 0 && before.projection().state() == ConsentState.GIVEN;
        return withdraws
                ? next(before, EventType.WITHDRAWN, EventContent.NOTHING)
                : next(
                        before,
                        EventType.RENEWED,
                        answer(answers.get(random.nextInt(answers.size()))));
    }

    private EventContent answer(Map<String, Decision> decisions) {
        return EventContent.of(
                new EventContent.Answer(
                        "cookies",
                        1,
                        LOCALES.get(random.nextInt(LOCALES.size())),
                        textHash,
                        ConsentMethod.SAVE_CHOICES,
                        false,
                        false),
                decisions,
                Validity.end("P6M", now));
    }

    private Open next(Open before, EventType type, EventContent content) {
        LedgerEvent last = before.last();
        LedgerEvent event = new LedgerEvent();
        event.id = Ids.next();
        event.chain = before.id();
        event.position = last == null ? 1 : last.position + 1;
        event.type = type.name();
        event.at = now;
        event.content = CanonicalJson.text(content.tree());
        event.previous = last == null ? LedgerEvent.NOTHING : last.hash;
        event.hash = CanonicalJson.sha256Hex(event.hashed());
        before.rows().add(event);
        Projection after =
                Projection.after(before.projection(), type, content, now, event.position);
        if (content.decisions() != null) {
            before.rows().addAll(ConsentDecision.rows(before.id(), after));
        }
        return new Open(before.id(), event, after, before.rows());
    }

    private void close(int which) {
        Open done = open.get(which);
        open.set(which, open.get(open.size() - 1));
        open.remove(open.size() - 1);
        rows.add(record(done));
        rows.addAll(done.rows());
    }

    private static ConsentRecord record(Open shown) {
        ConsentRecord record = new ConsentRecord();
        record.id = shown.id();
        record.tokenHash = SubjectTokens.hash("token-" + shown.id());
        record.show(shown.projection());
        return record;
    }

    private void write() {
        List<Class<?>> kinds =
                List.of(ConsentRecord.class, LedgerEvent.class, ConsentDecision.class);
        QuarkusTransaction.requiringNew()
                .timeout(600)
                .run(() -> {
                    try (StatelessSession session =
                            CDI.current()
                                    .select(SessionFactory.class)
                                    .get()
                                    .openStatelessSession()) {
                        session.setJdbcBatchSize(100);
                        for (Class<?> kind : kinds) {
                            session.insertMultiple(rows.stream().filter(kind::isInstance).toList());
                        }
                    }
                });
        rows.clear();
    }
}
