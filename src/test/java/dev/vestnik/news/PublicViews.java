package dev.vestnik.news;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vestnik.news.NewsroomModel.Item;
import dev.vestnik.news.NewsroomModel.Shown;
import dev.vestnik.testing.Wire;
import dev.vestnik.testing.Wire.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/// Reads everything that the public can, and holds it against the model.
final class PublicViews {

    private static final String ALL_PARTS = "include=body,blocks,related,translations,neighbours";
    private static final String IN_EVERY_TITLE = encode("Заголовок", UTF_8);
    private static final Comparator<Item> OLDEST_FIRST =
            Comparator.comparing(Item::publishedAt).thenComparing(item -> item.id);

    private final Wire wire;
    private final NewsroomModel model;
    private final Random random;
    private final List<Item> newestFirst;
    private final Set<String> words;
    private final Set<String> ids;
    private final List<Runnable> checks = new ArrayList<>();

    private PublicViews(Wire wire, NewsroomModel model, Random random) {
        this.wire = wire;
        this.model = model;
        this.random = random;
        newestFirst = model.shown().sorted(OLDEST_FIRST.reversed()).toList();
        words = model.publicWords();
        ids = model.publicIds();
    }

    /// Asks for each kind of view; of which tag or locale, chance decides.
    ///
    /// @param searched whether the index follows what is done, so that it can be asked too
    static void check(Wire wire, NewsroomModel model, Random random, boolean searched) {
        learnDates(wire, model);
        PublicViews views = new PublicViews(wire, model, random);
        views.lists();
        model.items.forEach(views::item);
        views.tags();
        if (searched) {
            views.searches();
        }
        views.checks.forEach(Runnable::run);
    }

    /// Where the model leaves a date open, an answer may settle it.
    private static void learnDates(Wire wire, NewsroomModel model) {
        model.shown()
                .filter(item -> item.dates.size() > 1)
                .forEach(item -> {
                    Answer answer = wire.ask("GET", "news/" + item.id).join();
                    assertEquals(200, answer.status(), answer::toString);
                    Instant told = Instant.parse(answer.json().path("publishedAt").asText());
                    assertTrue(item.dates.contains(told), answer::toString);
                    item.dates = Set.of(told);
                });
    }

    private void lists() {
        String every = String.join(",", model.items.stream().map(item -> item.id).toList());
        list(ALL_PARTS, item -> true);
        list("fields=id,title,tags&limit=50", item -> true);
        list("ids=" + every + "&include=translations,related", item -> true);
        list("from=2020-01-01&to=2030-01-01&updatedSince=2020-01-01", item -> true);
        unsorted("sort=title&include=neighbours");
        unsorted("sort=-updatedAt&fields=title,summary,id,next,previous&include=neighbours");
        String locale = any(RandomNewsroom.LOCALES);
        list("locale=" + locale + "&" + ALL_PARTS, item -> item.locale.equals(locale));
        String tag = any(RandomNewsroom.TAGS);
        list("tag=" + tag + "&include=neighbours,related", item -> carries(item, tag));
        String first = RandomNewsroom.TAGS.get(0);
        String second = RandomNewsroom.TAGS.get(1);
        list(
                "tag=" + first + "," + second + "&locale=ru",
                item ->
                        item.locale.equals("ru")
                                && (carries(item, first) || carries(item, second)));
        list(
                "tag=" + first + "&tag=" + second + "&include=body",
                item -> carries(item, first) && carries(item, second));
        ask("HEAD", "news?total=true", answer -> assertEquals(200, answer.status()));
    }

    private void list(String query, Predicate<Item> wanted) {
        List<Item> expected = newestFirst.stream().filter(wanted).toList();
        ask(
                "GET",
                "news?total=true&" + query,
                answer -> {
                    listed(answer, expected);
                    assertEquals(
                            expected.stream().map(item -> item.id).toList(),
                            ids(items(answer)),
                            answer::toString);
                });
    }

    private void unsorted(String query) {
        ask("GET", "news?total=true&" + query, answer -> listed(answer, newestFirst));
    }

    private void listed(Answer answer, List<Item> expected) {
        assertEquals(200, answer.status(), answer::toString);
        JsonNode items = items(answer);
        assertEquals(expected.size(), answer.json().at("/page/total").asInt(), answer::toString);
        assertEquals(
                new HashSet<>(expected.stream().map(item -> item.id).toList()),
                new HashSet<>(ids(items)),
                answer::toString);
        for (JsonNode view : items) {
            same(view, existing(view), answer);
            around(view, existing(view), item -> true, answer);
        }
    }

    private void item(Item item) {
        String path = "news/" + item.id;
        if (item.isPublic()) {
            String whole = path + "?include=related,translations";
            single(whole, item, other -> true);
            ask(
                    "GET",
                    path + "/related?limit=20",
                    answer ->
                            items(answer)
                                    .forEach(view -> {
                                        Item other = existing(view);
                                        assertTrue(
                                                other != item && other.isPublic(),
                                                answer::toString);
                                        same(view, other, answer);
                                    }));
            String tag = any(RandomNewsroom.TAGS);
            CompletableFuture<Answer> same =
                    single(path + "?tag=" + tag, item, other -> carries(other, tag));
            ask(
                    "HEAD",
                    path + "?tag=" + tag,
                    head -> {
                        assertEquals(200, head.status());
                        assertEquals(
                                same.join().headers().firstValue("ETag"),
                                head.headers().firstValue("ETag"));
                    });
        } else {
            int status = item.wasPublic() ? 410 : 404;
            ask(
                    "GET",
                    path + "?fields=title&include=related",
                    answer -> assertEquals(status, answer.status(), answer::toString));
            ask(
                    "GET",
                    path + "/related",
                    answer -> assertEquals(status, answer.status(), answer::toString));
            ask("HEAD", path, answer -> assertEquals(status, answer.status()));
        }
        item.everySlug.forEach(slug -> slug(item, slug));
        item.previews.forEach(token -> preview(item, token));
    }

    private CompletableFuture<Answer> single(String path, Item item, Predicate<Item> context) {
        return ask(
                "GET",
                path,
                answer -> {
                    assertEquals(200, answer.status(), answer::toString);
                    JsonNode view = answer.json();
                    assertEquals(item.id, view.path("id").asText());
                    assertTrue(view.has("bodyText") && view.has("previous"), answer::toString);
                    same(view, item, answer);
                    around(view, item, context, answer);
                });
    }

    private void slug(Item item, String slug) {
        String path = "news/" + slug + "?locale=" + item.locale;
        if (item.isPublic() && item.shown.content().slug().equals(slug)) {
            single(path, item, other -> true);
            return;
        }
        boolean known = item.slugsOnceShown.contains(slug);
        ask(
                "GET",
                path,
                answer -> {
                    assertEquals(
                            known ? item.isPublic() ? 301 : 410 : 404,
                            answer.status(),
                            answer::toString);
                    assertTrue(
                            answer.status() != 301
                                    || answer.headers()
                                            .firstValue("Location")
                                            .orElseThrow()
                                            .contains(item.shown.content().slug()),
                            answer::toString);
                });
    }

    /// A preview shows the working copy of its own item, and nothing else that is not public.
    private void preview(Item item, String token) {
        Set<String> itsWords = new HashSet<>(words);
        itsWords.addAll(NewsroomModel.wordsIn(item.draft + " " + item.corrections));
        Set<String> itsIds = new HashSet<>(ids);
        itsIds.addAll(List.of(item.id, item.group));
        CompletableFuture<Answer> asked = wire.ask("GET", "preview/" + token);
        checks.add(() -> {
            Answer answer = asked.join();
            holdsBack(answer, itsWords, itsIds);
            assertEquals(item.trashed ? 404 : 200, answer.status(), answer::toString);
            if (answer.status() == 200) {
                assertEquals(item.id, answer.json().path("id").asText());
                assertEquals(item.draft.title(), answer.json().path("title").asText());
            }
        });
    }

    private void searches() {
        search("", item -> true);
        String locale = any(RandomNewsroom.LOCALES);
        search("&locale=" + locale, item -> item.locale.equals(locale));
        String tag = any(RandomNewsroom.TAGS);
        search("&sort=-publishedAt&tag=" + tag, item -> carries(item, tag));
        ask(
                "GET",
                "search/suggest?q=" + IN_EVERY_TITLE,
                answer -> assertEquals(200, answer.status()));
    }

    private void search(String query, Predicate<Item> wanted) {
        Set<String> expected =
                newestFirst.stream().filter(wanted).map(item -> item.id).collect(toSet());
        ask(
                "GET",
                "search?limit=100&highlight=true&facets=tag,year,locale&q="
                        + IN_EVERY_TITLE
                        + query,
                answer -> {
                    assertEquals(expected, Set.copyOf(ids(items(answer))), answer::toString);
                    assertEquals(
                            expected.size(),
                            answer.json().at("/page/total").asInt(),
                            answer::toString);
                });
    }

    private void tags() {
        tags("", item -> true);
        String locale = any(RandomNewsroom.LOCALES);
        tags("locale=" + locale, item -> item.locale.equals(locale));
    }

    private void tags(String query, Predicate<Item> wanted) {
        ask(
                "GET",
                "tags?sort=-newsCount&" + query + "&total=true",
                answer -> {
                    List<Integer> counts = new ArrayList<>();
                    for (JsonNode tag : items(answer)) {
                        assertEquals(
                                count(tag.path("slug").asText(), wanted),
                                counted(tag),
                                answer::toString);
                        counts.add(counted(tag));
                    }
                    assertEquals(
                            counts.stream().sorted(Comparator.reverseOrder()).toList(), counts);
                });
        String slug = any(RandomNewsroom.TAGS);
        ask(
                "GET",
                "tags/" + slug + "?" + query,
                answer ->
                        assertEquals(
                                count(slug, wanted), counted(answer.json()), answer::toString));
    }

    private static int counted(JsonNode tag) {
        return tag.path("newsCount").asInt(-1);
    }

    private int count(String tag, Predicate<Item> wanted) {
        return (int) newestFirst.stream().filter(wanted).filter(item -> carries(item, tag)).count();
    }

    /// Whatever of an item an answer has must be as it was published.
    private void same(JsonNode view, Item item, Answer answer) {
        Shown shown = item.shown;
        equal(shown.content().title(), view, "title", answer);
        equal(shown.content().summary(), view, "summary", answer);
        equal(shown.content().body(), view, "bodyText", answer);
        equal("<p>" + shown.content().body() + "</p>", view, "body", answer);
        equal(shown.content().slug(), view, "slug", answer);
        equal(item.locale, view, "locale", answer);
        equal("PUBLISHED", view, "status", answer);
        equal(item.publishedAt().toString(), view, "publishedAt", answer);
        if (view.has("tags")) {
            assertEquals(
                    shown.content().tags(),
                    each(view.path("tags"), tag -> tag.path("slug").asText()),
                    answer::toString);
        }
        if (view.has("corrections")) {
            assertEquals(
                    shown.corrections(),
                    each(view.path("corrections"), line -> line.path("text").asText()),
                    answer::toString);
        }
        assertFalse(view.has("bodySource") || view.has("warnings"), answer::toString);
        if (shown.updatedAt() != null) {
            equal(shown.updatedAt().toString(), view, "updatedAt", answer);
            if (view.has("version")) {
                long version = view.path("version").asLong();
                assertTrue(item.version == 0 || item.version == version, answer::toString);
                item.version = version;
            }
        }
    }

    private static void equal(String expected, JsonNode view, String member, Answer answer) {
        if (view.has(member)) {
            assertEquals(expected, view.path(member).asText(), answer::toString);
        }
    }

    /// @param context among which items its neighbours are looked for
    private void around(JsonNode view, Item item, Predicate<Item> context, Answer answer) {
        List<Item> line =
                newestFirst.stream()
                        .filter(other -> other.locale.equals(item.locale))
                        .filter(context)
                        .toList();
        neighbour(
                view,
                "previous",
                line.stream().filter(at -> isBefore(at, item)).findFirst().orElse(null),
                answer);
        neighbour(
                view,
                "next",
                line.stream().filter(at -> isBefore(item, at)).reduce((a, b) -> b).orElse(null),
                answer);
        if (view.has("translations")) {
            named(
                    view.path("translations"),
                    other -> other.group.equals(item.group) && other != item,
                    answer);
        }
        view.path("related")
                .forEach(one -> {
                    Item other = existing(one);
                    assertTrue(
                            other != item && other.isPublic() && other.locale.equals(item.locale),
                            answer::toString);
                    same(one, other, answer);
                });
    }

    private static boolean isBefore(Item one, Item other) {
        return OLDEST_FIRST.compare(one, other) < 0;
    }

    private void neighbour(JsonNode view, String which, Item expected, Answer answer) {
        if (!view.has(which)) {
            return;
        }
        JsonNode told = view.path(which);
        assertEquals(expected == null, told.isNull(), () -> which + " in " + answer);
        if (expected != null) {
            assertEquals(expected.id, told.path("id").asText(), () -> which + " in " + answer);
            same(told, expected, answer);
        }
    }

    private void named(JsonNode told, Predicate<Item> wanted, Answer answer) {
        assertEquals(
                new HashSet<>(newestFirst.stream().filter(wanted).map(item -> item.id).toList()),
                new HashSet<>(ids(told)),
                answer::toString);
        told.forEach(one -> same(one, existing(one), answer));
    }

    private static boolean carries(Item item, String tag) {
        return item.shown.content().tags().contains(tag);
    }

    private Item existing(JsonNode view) {
        String id = view.path("id").asText();
        return model.items.stream().filter(item -> item.id.equals(id)).findFirst().orElseThrow();
    }

    private static JsonNode items(Answer answer) {
        return answer.json().path("items");
    }

    private static List<String> ids(JsonNode items) {
        return each(items, item -> item.path("id").asText());
    }

    private static List<String> each(
            JsonNode list, java.util.function.Function<JsonNode, String> part) {
        return StreamSupport.stream(list.spliterator(), false).map(part).toList();
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private CompletableFuture<Answer> ask(String method, String path, Consumer<Answer> check) {
        CompletableFuture<Answer> asked = wire.ask(method, path);
        checks.add(() -> {
            Answer answer = asked.join();
            holdsBack(answer, words, ids);
            check.accept(answer);
        });
        return asked;
    }

    /// No word of anything that is not public stands anywhere in an answer, nor the id of an item
    /// that is not; but for what the request had itself.
    private void holdsBack(Answer answer, Set<String> allowedWords, Set<String> allowedIds) {
        String whole = answer.headers().map() + "\n" + answer.text();
        Set<String> hidden = NewsroomModel.wordsIn(whole);
        hidden.removeAll(allowedWords);
        hidden.removeAll(NewsroomModel.wordsIn(answer.path()));
        assertTrue(hidden.isEmpty(), () -> hidden + " shown in " + answer);
        for (Item item : model.items) {
            assertTrue(
                    allowedIds.contains(item.id)
                            || answer.path().contains(item.id)
                            || !whole.contains(item.id),
                    () -> item.id + " told of in " + answer.headers().map() + answer);
        }
    }
}
