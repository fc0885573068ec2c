package dev.vestnik.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vestnik.ledger.CanonicalJson;
import dev.vestnik.ledger.LedgerEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of the consent to one purpose, by the events of a record: each is written as its
/// type, with + where the purpose is granted and - where it is denied.
class ConsentStageTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T08:00:00Z");
    private static final Duration VALID = Duration.ofDays(100);

    private static List<LedgerEvent> events(String written) {
        List<LedgerEvent> events = new ArrayList<>();
        for (String word : written.split(" ")) {
            LedgerEvent event = new LedgerEvent();
            event.position = events.size() + 1;
            event.at = BEGIN.plus(Duration.ofDays(events.size()));
            event.type = word.replaceAll("[+-]", "");
            event.content = CanonicalJson.text(content(word, event.at).tree());
            events.add(event);
        }
        return events;
    }

    private static EventContent content(String word, Instant at) {
        if (!word.matches(".*[+-]")) {
            return EventContent.NOTHING;
        }
        Decision decision = word.endsWith("+") ? Decision.GRANTED : Decision.DENIED;
        return EventContent.of(
                new EventContent.Answer(
                        "cookies", 1, "ru", "hash", ConsentMethod.SAVE_CHOICES, false, false),
                Map.of("analytics", decision),
                at.plus(VALID));
    }

    private static String states(String purpose, String events, Instant now) {
        return ConsentStage.of(purpose, events(events), now).stream()
                .map(stage -> stage.what().name())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "GIVEN+, GIVEN",
        "REFUSED-, REFUSED",
        "GIVEN+ WITHDRAWN, GIVEN WITHDRAWN",
        "REFUSED- WITHDRAWN, REFUSED",
        "GIVEN+ CHANGED-, GIVEN WITHDRAWN",
        "GIVEN+ CHANGED+, GIVEN",
        "GIVEN+ CHANGED- CHANGED-, GIVEN WITHDRAWN",
        "GIVEN+ WITHDRAWN CHANGED-, GIVEN WITHDRAWN",
        "GIVEN+ WITHDRAWN CHANGED+, GIVEN WITHDRAWN",
        "GIVEN+ RENEWED+, GIVEN RENEWED",
        "GIVEN+ RENEWED-, GIVEN WITHDRAWN",
        "REFUSED- RENEWED+, REFUSED GIVEN",
        "REFUSED- RENEWED-, REFUSED REFUSED",
        "GIVEN+ WITHDRAWN RENEWED+, GIVEN WITHDRAWN GIVEN",
        "GIVEN+ EXPIRED, GIVEN EXPIRED",
        "REFUSED- EXPIRED, REFUSED",
        "GIVEN+ EXPIRED RENEWED+, GIVEN EXPIRED GIVEN",
        "GIVEN+ INVALIDATED, GIVEN INVALIDATED",
        "REFUSED- INVALIDATED, REFUSED INVALIDATED",
        "GIVEN+ LINKED, GIVEN",
        "GIVEN+ WITHDRAWN ERASED, GIVEN WITHDRAWN"
    })
    void follows_the_events(String events, String states) {
        assertEquals(states, states("analytics", events, BEGIN.plus(Duration.ofDays(10))));
    }

    @ParameterizedTest
    @CsvSource({
        "GIVEN+, 99, GIVEN",
        "GIVEN+, 100, GIVEN EXPIRED",
        "GIVEN+ RENEWED+, 100, GIVEN RENEWED",
        "GIVEN+ RENEWED+, 101, GIVEN RENEWED EXPIRED",
        "GIVEN+ WITHDRAWN, 200, GIVEN WITHDRAWN",
        "GIVEN+ EXPIRED, 200, GIVEN EXPIRED",
        "REFUSED-, 200, REFUSED"
    })
    void what_is_over_has_expired(String events, long days, String states) {
        assertEquals(states, states("analytics", events, BEGIN.plus(Duration.ofDays(days))));
    }

    @ParameterizedTest
    @CsvSource({"GIVEN+", "GIVEN+ WITHDRAWN", "GIVEN+ INVALIDATED"})
    void a_purpose_that_was_never_asked_for_has_no_stage(String events) {
        assertEquals("", states("marketing", events, BEGIN));
    }
}
