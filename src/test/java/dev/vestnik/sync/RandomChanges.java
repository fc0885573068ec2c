package dev.vestnik.sync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vestnik.access.Logins;
import dev.vestnik.access.Role;
import dev.vestnik.news.DueNews;
import dev.vestnik.testing.TestClock;
import dev.vestnik.testing.Wire;
import dev.vestnik.testing.Wire.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A newsroom that does random things to some items and tags, many of which are refused.
final class RandomChanges {

    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    static final List<String> LOCALES = List.of("ru", "kk");
    static final List<String> TAGS = List.of("tag-0", "tag-1", "tag-2", "tag-3");

    private static final int MOST_ITEMS = 40;

    /// How long a login is used, which is good for an hour.
    private static final Duration SHIFT = Duration.ofMinutes(30);

    enum Verb {
        CREATE(4),
        EDIT(6),
        PUBLISH(9),
        PUBLISH_BACKDATED(2),
        PUBLISH_LATER(4),
        UNPUBLISH(3),
        UNPUBLISH_LATER(3),
        CANCEL(1),
        ARCHIVE(2),
        RESTORE(4),
        TRASH(2),
        PURGE(1),
        CREATE_TAG(3),
        RENAME_TAG(1),
        MOVE_TAG(1),
        MERGE_TAG(1),
        DELETE_TAG(1),
        WAIT(4),
        WORK(2);

        private final int weight;

        Verb(int weight) {
            this.weight = weight;
        }
    }

    final List<String> steps = new ArrayList<>();
    final Map<Verb, Integer> done = new EnumMap<>(Verb.class);

    private final Wire wire;
    private final Random random;
    private final List<String> items = new ArrayList<>();
    private Instant now = START;
    private Instant loggedIn = START;
    private String login = "";

    RandomChanges(Wire wire, Random random) {
        this.wire = wire;
        this.random = random;
    }

    void open() {
        TestClock.stopAt(START.toString());
        login = Logins.token("an-admin", Role.ADMIN);
        for (String tag : TAGS) {
            createTag(tag);
        }
    }

    void step() {
        int at =
                random.nextInt(
                        java.util.Arrays.stream(Verb.values()).mapToInt(v -> v.weight).sum());
        for (Verb verb : Verb.values()) {
            at -= verb.weight;
            if (at < 0) {
                act(verb);
                return;
            }
        }
    }

    private void act(Verb verb) {
        switch (verb) {
            case CREATE -> create();
            case CREATE_TAG -> createTag(any(TAGS));
            case RENAME_TAG, MOVE_TAG, MERGE_TAG, DELETE_TAG -> changeTag(verb);
            case WAIT -> sleep();
            case WORK -> {
                DueNews.isCarriedOut();
                note(verb, "");
            }
            default -> {
                if (!items.isEmpty()) {
                    change(verb, any(items));
                }
            }
        }
    }

    private void sleep() {
        Duration time = Duration.ofSeconds(30 + random.nextInt(240));
        TestClock.advance(time);
        now = now.plus(time);
        note(Verb.WAIT, "until " + now);
        if (loggedIn.plus(SHIFT).isBefore(now)) {
            login = Logins.token("an-admin", Role.ADMIN);
            loggedIn = now;
        }
    }

    private void create() {
        if (items.size() == MOST_ITEMS) {
            return;
        }
        Map<String, Object> input = new HashMap<>(content());
        input.put("locale", any(LOCALES));
        Answer answer = send(Verb.CREATE, "POST", "news", input);
        if (answer.isDone()) {
            items.add(answer.json().path("id").asText());
        }
    }

    private Map<String, Object> content() {
        List<String> tags = TAGS.stream().filter(tag -> random.nextInt(3) == 0).toList();
        String word = Long.toString(random.nextLong(), 36);
        return Map.of(
                "title",
                "Title " + word,
                "body",
                Map.of("format", "markdown", "content", "Text " + word),
                "tags",
                tags);
    }

    private void change(Verb verb, String id) {
        String path = "news/" + id;
        switch (verb) {
            case EDIT -> {
                send(verb, "PATCH", path, content());
                if (random.nextBoolean()) {
                    send(Verb.PUBLISH, "POST", path + "/publish", null);
                }
            }
            case PUBLISH_BACKDATED ->
                    send(verb, "POST", path + "/publish", at(now.minusSeconds(within(9000))));
            case PUBLISH_LATER ->
                    send(verb, "POST", path + "/publish", at(now.plusSeconds(within(900))));
            case UNPUBLISH_LATER ->
                    send(verb, "POST", path + "/unpublish", at(now.plusSeconds(within(900))));
            case CANCEL -> cancel();
            case TRASH -> send(verb, "DELETE", path, null);
            case PURGE -> {
                if (send(verb, "DELETE", path + "?purge=true", null).isDone()) {
                    items.remove(id);
                }
            }
            default ->
                    send(
                            verb,
                            "POST",
                            path + "/" + verb.name().toLowerCase(java.util.Locale.ROOT),
                            null);
        }
    }

    private void cancel() {
        JsonNode planned = wire.send("GET", "schedule", login, null).json().path("items");
        if (!planned.isEmpty()) {
            send(Verb.CANCEL, "DELETE", "schedule/" + any(planned), null);
        }
    }

    private void createTag(String slug) {
        send(Verb.CREATE_TAG, "POST", "tags", Map.of("slug", slug, "names", Map.of("ru", slug)));
    }

    private void changeTag(Verb verb) {
        JsonNode tags = wire.send("GET", "tags", login, null).json().path("items");
        if (tags.isEmpty()) {
            return;
        }
        String path = "tags/" + any(tags);
        switch (verb) {
            case RENAME_TAG ->
                    send(
                            verb,
                            "PATCH",
                            path,
                            Map.of(
                                    "names",
                                    Map.of("ru", "Name " + now.plusNanos(random.nextInt()))));
            case MOVE_TAG -> send(verb, "PATCH", path, Map.of("slug", any(TAGS)));
            case MERGE_TAG -> send(verb, "POST", path + "/merge", Map.of("into", any(tags)));
            default -> send(verb, "DELETE", path + "?force=true", null);
        }
    }

    private int within(int seconds) {
        return 1 + random.nextInt(seconds);
    }

    private static Map<String, Object> at(Instant time) {
        return Map.of("at", time.toString());
    }

    private String any(JsonNode resources) {
        return resources.get(random.nextInt(resources.size())).path("id").asText();
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private Answer send(Verb verb, String method, String path, Map<String, ?> content) {
        Answer answer = wire.send(method, path, login, content);
        if (answer.status() == 401 || answer.status() >= 500) {
            throw new AssertionError(method + " got " + answer);
        }
        if (answer.isDone()) {
            note(verb, path + " " + content);
        }
        return answer;
    }

    private void note(Verb verb, String what) {
        done.merge(verb, 1, Integer::sum);
        steps.add(verb + " " + what);
    }
}
