package dev.vestnik.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.search.FuzzedQueries;
import dev.vestnik.search.PlainLucene;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Measures the search: building, asking beside a plain Lucene query on the same index, and how
/// soon what is published is found and what is withdrawn is gone, while others search.
final class SearchBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CLIENTS = 4;
    private static final int WORDS = 200;
    private static final int PUBLICATIONS = 30;

    private final Report report;
    private final Path directory;

    private SearchBenchmark(Report report, Path directory) {
        this.report = report;
        this.directory = directory;
    }

    static void run(Report report) throws Exception {
        try (Scratch scratch = Scratch.make()) {
            new SearchBenchmark(report, scratch.path()).run();
        }
    }

    private void run() throws Exception {
        Server.start(directory, Settings.JVM, Map.of()).close();
        try (Database database = Database.of(Database.H2, directory)) {
            Newsroom.fill(database, Settings.MOST_SEARCHED);
        }
        Scratch.delete(directory.resolve("data/index"));
        try (Server server = Server.start(directory, Settings.JVM, Map.of())) {
            JsonNode built = rebuilt(server);
            report.add(
                    "search.built",
                    "items indexed at the start",
                    built.path("ratePerSecond").asDouble(),
                    "a second");
            asked(server);
            fuzzed(server);
            rebuiltUnderLoad(server);
            published(server);
        }
    }

    private void asked(Server server) throws Exception {
        try (PlainLucene lucene = new PlainLucene(index())) {
            List<String> words = words(lucene);
            List<String> paths = words.stream().map(SearchBenchmark::path).toList();
            List<Callable<Long>> queries =
                    words.stream().map(word -> (Callable<Long>) () -> lucene.find(word)).toList();
            Duel duel =
                    Duel.between(
                            seconds -> Load.onServer(server, paths, CLIENTS, seconds),
                            seconds -> Load.inProcess(queries, CLIENTS, seconds));
            report.add(
                    "search.word",
                    "searches of one word, 20 hits with highlights",
                    duel.ours().perSecond(),
                    "a second",
                    "plain Lucene on the same index",
                    duel.theirs().perSecond(),
                    Wanted.atLeast(0.5));
            report.add(
                    "search.p99",
                    "their p99",
                    duel.ours().p99(),
                    "ms",
                    "plain Lucene",
                    duel.theirs().p99(),
                    null);
            List<String> plain =
                    paths.stream().map(path -> path.replace("&highlight=true", "")).toList();
            Load.Result unmarked =
                    Duel.alone(seconds -> Load.onServer(server, plain, CLIENTS, seconds));
            report.add(
                    "search.unmarked",
                    "searches without highlights",
                    unmarked.perSecond(),
                    "a second");
            List<String> begun =
                    words.stream()
                            .map(word ->
                                    "/api/v1/search/suggest?locale=ru&q="
                                            + encoded(word.substring(0, 3)))
                            .toList();
            Load.Result suggested = Duel.alone(seconds -> Load.onServer(server, begun, 1, seconds));
            report.add("search.suggest", "suggestions, median", suggested.median(), "ms");
            report.add("search.suggestP99", "suggestions, p99", suggested.p99(), "ms");
        }
    }

    /// The slowest answer to what a fuzzer asks.
    private void fuzzed(Server server) throws Exception {
        double slowest = 0;
        for (String query : FuzzedQueries.first(400)) {
            long began = System.nanoTime();
            int status =
                    server.get("/api/v1/search?highlight=true&facets=tag,year&q=" + encoded(query))
                            .statusCode();
            if (status != 200) {
                throw new IllegalStateException(status + " to " + query);
            }
            slowest = Math.max(slowest, seconds(began) * 1000);
        }
        report.add("search.fuzzed", "the slowest of 400 fuzzed queries", slowest, "ms");
    }

    private void rebuiltUnderLoad(Server server) throws Exception {
        List<String> paths = List.of(path(Texts.word(500)), path(Texts.word(900)));
        server.send("POST", "/api/v1/search/reindex", "");
        CompletableFuture<Load.Result> meanwhile =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return Load.onServer(server, paths, 1, 5);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
        Load.Result searched = meanwhile.get();
        JsonNode built = rebuilt(server);
        report.add(
                "search.rebuilt",
                "items indexed while one client searches",
                built.path("ratePerSecond").asDouble(),
                "a second");
        report.add(
                "search.whileRebuilt", "searches of that client", searched.perSecond(), "a second");
    }

    /// How long it takes, while others search, until what is published is found, and until what is
    /// taken back is gone.
    private void published(Server server) throws Exception {
        List<String> paths =
                Stream.iterate(300, n -> n + 7).limit(100).map(n -> path(Texts.word(n))).toList();
        CompletableFuture<Load.Result> others =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return Load.onServer(server, paths, 2, PUBLICATIONS);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
        double found = 0;
        double gone = 0;
        for (int i = 0; i < PUBLICATIONS; i++) {
            String word = "загуляевск" + "абвгдежзик".charAt(i / 10) + "абвгдежзик".charAt(i % 10);
            String item =
                    server.send(
                                    "POST",
                                    "/api/v1/news",
                                    JSON.writeValueAsString(
                                            Map.of(
                                                    "locale",
                                                    "ru",
                                                    "title",
                                                    "Слово " + word,
                                                    "body",
                                                    Map.of(
                                                            "format",
                                                            "html",
                                                            "content",
                                                            "<p>О</p>"))))
                            .body();
            String id = JSON.readTree(item).path("id").asText();
            server.send("POST", "/api/v1/news/" + id + "/publish", "");
            found = Math.max(found, until(server, word, 1));
            server.send("POST", "/api/v1/news/" + id + "/unpublish", "");
            gone = Math.max(gone, until(server, word, 0));
        }
        others.get();
        report.add("search.found", "published is found after, the longest of 30", found, "ms");
        report.add("search.gone", "withdrawn is gone after, the longest of 30", gone, "ms");
    }

    private static double until(Server server, String word, int hits) throws Exception {
        long began = System.nanoTime();
        String path = "/api/v1/search?q=" + encoded("\"" + word + "\"");
        while (JSON.readTree(server.get(path).body()).at("/page/total").asInt() != hits) {
            TimeUnit.MILLISECONDS.sleep(5);
            if (seconds(began) > 20) {
                throw new IllegalStateException("The index does not follow");
            }
        }
        return seconds(began) * 1000;
    }

    private static JsonNode rebuilt(Server server) throws Exception {
        while (true) {
            JsonNode progress =
                    JSON.readTree(server.send("GET", "/api/v1/search/reindex", "").body());
            if (!progress.path("state").asText().equals("RUNNING")) {
                return progress;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /// Words that at least a page of items has, and not a tenth of all.
    private static List<String> words(PlainLucene lucene) throws IOException {
        List<String> words = new ArrayList<>();
        for (int place = 100; words.size() < WORDS; place += 13) {
            String word = Texts.word(place % 9000);
            int hits = lucene.count(word);
            if (word.length() > 3 && hits >= 20 && hits < lucene.documents() / 10) {
                words.add(word);
            }
        }
        return words;
    }

    private Path index() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("data/index"))) {
            return files.filter(path ->
                            path.getFileName().toString().equals("news") && Files.isDirectory(path))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String path(String word) {
        return "/api/v1/search?locale=ru&highlight=true&q=" + encoded(word);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
