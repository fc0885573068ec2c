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

    /// Rows of a commit: H2 writes every page of every index anew that a commit touches, and with
    /// keys as scattered as these that is nearly all of them.
    private static final int AT_ONCE = 200_000;

    /// Consents that may still get an event, as visitors come back.
    private static final int OPEN = 20_000;

    private static final Duration APART = Duration.ofMillis(200);
    private static final List<String> LOCALES = List.of("ru", "kk", "en");

    private final Random random = new Random(7);
    private final String textHash;
    private final List<Map<String, Decision>> answers;
    private final List<Open> open = new ArrayList<>();
    private final List<Object> rows = new ArrayList<>();
    private final List<ConsentRecord> ended = new ArrayList<>();
    private Instant now;

    private record Open(UUID id, LedgerEvent last, Projection projection) {}

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
                Open fresh = begun();
                open.add(fresh);
                rows.add(record(fresh));
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
        return next(Ids.next(), null, null, type, answer(decisions));
    }

    private Open continued(Open before) {
        boolean withdraws =
                random.nextInt(4) == 0 && before.projection().state() == ConsentState.GIVEN;
        return withdraws
                ? next(
                        before.id(),
                        before.last(),
                        before.projection(),
                        EventType.WITHDRAWN,
                        EventContent.NOTHING)
                : next(
                        before.id(),
                        before.last(),
                        before.projection(),
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

    private Open next(
            UUID id, LedgerEvent last, Projection before, EventType type, EventContent content) {
        LedgerEvent event = new LedgerEvent();
        event.id = Ids.next();
        event.chain = id;
        event.position = last == null ? 1 : last.position + 1;
        event.type = type.name();
        event.at = now;
        event.content = CanonicalJson.text(content.tree());
        event.previous = last == null ? LedgerEvent.NOTHING : last.hash;
        event.hash = CanonicalJson.sha256Hex(event.hashed());
        rows.add(event);
        Projection after = Projection.after(before, type, content, now, event.position);
        if (content.decisions() != null) {
            rows.addAll(ConsentDecision.rows(id, after));
        }
        return new Open(id, event, after);
    }

    private void close(int which) {
        Open done = open.get(which);
        open.set(which, open.get(open.size() - 1));
        open.remove(open.size() - 1);
        ended.add(record(done));
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
                        session.updateMultiple(ended);
                    }
                });
        rows.clear();
        ended.clear();
    }
}
