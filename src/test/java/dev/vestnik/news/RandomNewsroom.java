package dev.vestnik.news;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vestnik.news.NewsroomModel.Content;
import dev.vestnik.news.NewsroomModel.Item;
import dev.vestnik.news.NewsroomModel.Plan;
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
import java.util.function.Predicate;

/// Random people who do random things to a few items. The model follows what was answered with
/// success; whatever was refused must have changed nothing.
final class RandomNewsroom {

    static final List<String> TAGS = List.of("first-tag", "second-tag");
    static final List<String> LOCALES = List.of("ru", "kk");

    private static final int ITEMS_AT_FIRST = 2;
    private static final int MOST_ITEMS = 5;
    private static final String NEWS = "news";
    private static final String SCHEDULE = "schedule";

    /// Who does it, the editor more often than others, for most things are an editor's.
    enum Person {
        EDITOR(9),
        AUTHOR_A(4),
        AUTHOR_B(2),
        ADMIN(3),
        PRIVACY(1),
        ANYBODY(1);

        private final int weight;

        Person(int weight) {
            this.weight = weight;
        }

        boolean isEditor() {
            return this == EDITOR || this == ADMIN;
        }

        boolean writes() {
            return this != PRIVACY && this != ANYBODY;
        }
    }

    enum Verb {
        CREATE(1, false),
        PUT(2, false),
        PATCH(5, false),
        DRY_RUN(1, false),
        SUBMIT(1, false),
        PUBLISH(6, true),
        PUBLISH_BACKDATED(2, true),
        PUBLISH_LATER(3, true),
        UNPUBLISH(3, true),
        UNPUBLISH_LATER(2, true),
        ARCHIVE(2, true),
        RESTORE(3, true),
        TRASH(2, false),
        PURGE(2, true),
        GO_BACK(1, false),
        CORRECT(2, true),
        TRANSLATE(3, false),
        PREVIEW(1, false),
        CANCEL(3, true),
        WAIT(4, false),
        WORK(2, false);

        private final int weight;
        private final boolean forEditors;

        Verb(int weight, boolean forEditors) {
            this.weight = weight;
            this.forEditors = forEditors;
        }
    }

    final NewsroomModel model;
    final List<String> steps = new ArrayList<>();
    final Map<Verb, Integer> done = new EnumMap<>(Verb.class);

    private final Random random;
    private final Wire wire;
    private final Map<Person, String> tokens;
    private final Runnable worker;
    private int seconds;

    RandomNewsroom(
            Random random,
            Wire wire,
            Map<Person, String> tokens,
            Runnable worker,
            NewsroomModel model) {
        this.random = random;
        this.wire = wire;
        this.tokens = tokens;
        this.worker = worker;
        this.model = model;
    }

    void open() {
        for (int i = 0; i < ITEMS_AT_FIRST; i++) {
            create(random.nextBoolean() ? Person.EDITOR : Person.AUTHOR_A);
        }
    }

    void step() {
        Person person = any(Person.values(), each -> each.weight);
        Verb verb = any(Verb.values(), each -> each.weight);
        switch (verb) {
            case WAIT -> sleep();
            case WORK -> work();
            case CREATE -> create(person);
            default -> act(person, verb, item(verb));
        }
    }

    private void sleep() {
        Duration time = Duration.ofSeconds(30 + random.nextInt(240));
        TestClock.advance(time);
        model.moveTo(model.now.plus(time));
        steps.add("the clock goes on to " + model.now);
        succeeded(Verb.WAIT);
    }

    /// What is due is carried out, and the public sees no difference.
    private void work() {
        worker.run();
        steps.add("the worker comes by");
        succeeded(Verb.WORK);
    }

    private void create(Person person) {
        if (model.items.size() == MOST_ITEMS) {
            return;
        }
        Map<String, Object> input = new HashMap<>(content());
        String locale = any(LOCALES);
        input.put("locale", locale);
        Answer answer = send(person, Verb.CREATE, "POST", NEWS, input);
        if (answer.isDone()) {
            JsonNode made = answer.json();
            remember(made, locale, made.path("id").asText(), input);
        }
    }

    private void remember(JsonNode made, String locale, String group, Map<String, Object> input) {
        assertEquals(group, made.path("translationGroup").asText());
        Content content = content(input, made.path("slug").asText());
        model.items.add(new Item(made.path("id").asText(), locale, group, content));
    }

    private void act(Person person, Verb verb, Item item) {
        String path = NEWS + "/" + item.id;
        switch (verb) {
            case PUT, DRY_RUN -> {
                Map<String, Object> input = new HashMap<>(content());
                input.put("locale", item.locale);
                String dry = verb == Verb.DRY_RUN ? "?dryRun=true" : "";
                Answer answer = send(person, verb, "PUT", path + dry, input);
                if (answer.isDone() && verb == Verb.PUT) {
                    save(item, content(input, slug(input, item)), answer);
                }
            }
            case PATCH -> patch(person, item, path);
            case SUBMIT -> send(person, verb, "POST", path + "/submit", null);
            case PUBLISH, PUBLISH_BACKDATED, PUBLISH_LATER -> publish(person, verb, item, path);
            case UNPUBLISH, UNPUBLISH_LATER -> unpublish(person, verb, item, path);
            case ARCHIVE -> {
                if (send(person, verb, "POST", path + "/archive", null).isDone()) {
                    takenBack(item);
                }
            }
            case RESTORE -> {
                if (send(person, verb, "POST", path + "/restore", null).isDone()) {
                    item.trashed = false;
                    readSchedule();
                }
            }
            case TRASH -> {
                if (send(person, verb, "DELETE", path, null).isDone()) {
                    item.trashed = true;
                    takenBack(item);
                }
            }
            case PURGE -> {
                if (send(Person.ADMIN, verb, "DELETE", path + "?purge=true", null).isDone()) {
                    item.purged = true;
                    takenBack(item);
                }
            }
            case GO_BACK -> {
                int number = 1 + random.nextInt(item.revisions.size());
                Answer answer =
                        send(
                                person,
                                verb,
                                "POST",
                                path + "/revisions/" + number + "/restore",
                                null);
                if (answer.isDone()) {
                    save(item, item.revisions.get(number - 1), answer);
                }
            }
            case CORRECT -> {
                String text = "Уточнено " + model.word();
                if (send(person, verb, "POST", path + "/corrections", Map.of("text", text))
                        .isDone()) {
                    item.corrections.add(text);
                }
            }
            case TRANSLATE -> translate(person, item, path);
            case PREVIEW -> {
                Answer answer = send(person, verb, "POST", path + "/preview-links", Map.of());
                if (answer.isDone()) {
                    item.previews.add(answer.json().path("token").asText());
                }
            }
            case CANCEL -> cancel(person, item);
            default -> throw new IllegalStateException(verb.name());
        }
    }

    private void patch(Person person, Item item, String path) {
        Map<String, Object> whole = content();
        Map<String, Object> part = new HashMap<>();
        whole.forEach((member, value) -> {
            if (random.nextInt(3) == 0) {
                part.put(member, value);
            }
        });
        Answer answer = send(person, Verb.PATCH, "PATCH", path, part);
        if (answer.isDone()) {
            Map<String, Object> after = new HashMap<>(input(item.draft));
            after.putAll(part);
            save(item, content(after, slug(after, item)), answer);
        }
    }

    private void save(Item item, Content content, Answer answer) {
        item.save(content);
        assertEquals(content.title(), answer.json().path("title").asText());
        assertEquals(content.slug(), answer.json().path("slug").asText());
    }

    private void publish(Person person, Verb verb, Item item, String path) {
        Instant at =
                switch (verb) {
                    case PUBLISH_BACKDATED -> model.now.minusSeconds(random.nextInt(4) * 600L);
                    case PUBLISH_LATER -> later();
                    default -> null;
                };
        Map<String, Object> input = at == null ? null : Map.of("at", at.toString());
        Answer answer = send(person, verb, "POST", path + "/publish", input);
        if (!answer.isDone()) {
            return;
        }
        if (verb != Verb.PUBLISH_LATER) {
            item.publish(model.now, at);
            readSchedule();
            return;
        }
        readSchedule();
        assertTrue(plans(item, at, true), () -> "not in the schedule: " + answer);
    }

    private void unpublish(Person person, Verb verb, Item item, String path) {
        Instant at = verb == Verb.UNPUBLISH_LATER ? later() : null;
        Map<String, Object> input = at == null ? null : Map.of("at", at.toString());
        Answer answer = send(person, verb, "POST", path + "/unpublish", input);
        if (!answer.isDone()) {
            return;
        }
        if (at == null) {
            takenBack(item);
            return;
        }
        readSchedule();
        assertTrue(plans(item, at, false), () -> "not in the schedule: " + answer);
    }

    private static boolean plans(Item item, Instant at, boolean shows) {
        return item.plans.stream().anyMatch(plan -> plan.at().equals(at) && plan.shows() == shows);
    }

    private void takenBack(Item item) {
        item.shown = null;
        readSchedule();
        assertTrue(item.plans.isEmpty(), () -> "still scheduled: " + item.plans);
    }

    private void translate(Person person, Item item, String path) {
        if (model.items.size() == MOST_ITEMS) {
            return;
        }
        Map<String, Object> input = new HashMap<>(content());
        String locale = any(LOCALES);
        input.put("locale", locale);
        Answer answer = send(person, Verb.TRANSLATE, "POST", path + "/translations", input);
        if (answer.isDone()) {
            remember(answer.json(), locale, item.group, input);
        }
    }

    private void cancel(Person person, Item item) {
        String plan = item.plans.isEmpty() ? item.id : any(item.plans).id();
        if (send(person, Verb.CANCEL, "DELETE", SCHEDULE + "/" + plan, null).isDone()) {
            readSchedule();
            assertFalse(item.plans.stream().anyMatch(each -> each.id().equals(plan)));
        }
    }

    /// What is scheduled stands in a list of its own; only what comes of it is the public's.
    private void readSchedule() {
        Answer answer = wire.send("GET", SCHEDULE + "?limit=100", tokens.get(Person.EDITOR), null);
        assertEquals(200, answer.status(), answer::toString);
        model.items.forEach(item -> item.plans.clear());
        for (JsonNode line : answer.json().path("items")) {
            Instant at = Instant.parse(line.path("at").asText());
            String id = line.path("item").path("id").asText();
            Plan plan =
                    new Plan(
                            line.path("id").asText(),
                            at,
                            line.path("action").asText().equals("PUBLISH"));
            model.items.stream()
                    .filter(item -> item.id.equals(id) && at.isAfter(model.now))
                    .forEach(item -> item.plans.add(plan));
        }
    }

    private Answer send(
            Person person, Verb verb, String method, String path, Map<String, Object> input) {
        Answer answer = wire.send(method, path, tokens.get(person), input);
        String sent = input == null ? "" : " " + input;
        steps.add(verb + " by " + person + ": " + path + sent + " -> " + answer.status());
        assertTrue(answer.status() < 500, answer::toString);
        if (answer.isDone()) {
            assertTrue(person.writes(), () -> person + " must not: " + answer);
            boolean asAdmin = verb == Verb.PURGE;
            assertTrue(
                    asAdmin || person.isEditor() || !verb.forEditors,
                    () -> person + " must not: " + answer);
            succeeded(verb);
        }
        return answer;
    }

    private void succeeded(Verb verb) {
        done.merge(verb, 1, Integer::sum);
    }

    /// Such as the verb could do something to, more often than not.
    private Item item(Verb verb) {
        Predicate<Item> fit =
                switch (verb) {
                    case PURGE, RESTORE -> item -> item.trashed && !item.purged;
                    case UNPUBLISH, UNPUBLISH_LATER, ARCHIVE -> Item::isPublic;
                    case CANCEL -> item -> !item.plans.isEmpty();
                    default -> item -> !item.purged;
                };
        List<Item> fitting = model.items.stream().filter(fit).toList();
        return fitting.isEmpty() || random.nextInt(4) == 0 ? any(model.items) : any(fitting);
    }

    private Instant later() {
        return model.now.plusSeconds(60L * (1 + random.nextInt(5))).plusMillis(++seconds);
    }

    private Map<String, Object> content() {
        Map<String, Object> input = new HashMap<>();
        input.put("title", "Заголовок " + model.word());
        input.put("summary", "Кратко " + model.word());
        input.put("body", body("Текст " + model.word()));
        input.put("tags", TAGS.stream().filter(tag -> random.nextInt(3) > 0).toList());
        if (random.nextBoolean()) {
            input.put("slug", "slug-" + model.word());
        }
        return input;
    }

    private static Map<String, String> body(String text) {
        return Map.of("format", "html", "content", "<p>" + text + "</p>");
    }

    private static Map<String, Object> input(Content content) {
        return Map.of(
                "title", content.title(),
                "summary", content.summary(),
                "body", body(content.body()),
                "tags", content.tags(),
                "slug", content.slug());
    }

    /// What was sent, or what it was where nothing was sent.
    private static String slug(Map<String, Object> input, Item item) {
        return (String) input.getOrDefault("slug", item.draft.slug());
    }

    @SuppressWarnings("unchecked")
    private static Content content(Map<String, Object> input, String slug) {
        String html = ((Map<String, String>) input.get("body")).get("content");
        return new Content(
                (String) input.get("title"),
                (String) input.get("summary"),
                html.substring("<p>".length(), html.length() - "</p>".length()),
                (List<String>) input.get("tags"),
                slug);
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T any(T[] values, java.util.function.ToIntFunction<T> weight) {
        int left = random.nextInt(List.of(values).stream().mapToInt(weight).sum());
        for (T value : values) {
            left -= weight.applyAsInt(value);
            if (left < 0) {
                return value;
            }
        }
        throw new IllegalStateException();
    }
}
