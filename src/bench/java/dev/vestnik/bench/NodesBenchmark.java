package dev.vestnik.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Two nodes on one PostgreSQL: how soon one shows what was published on the other, and whether
/// what is planned happens once.
final class NodesBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PUBLICATIONS = Integer.getInteger("vestnik.bench.publications", 500);
    private static final int PLANNED = 100;
    private static final double PATIENCE = 10_000;

    private NodesBenchmark() {}

    static void run(Report report) throws Exception {
        try (Scratch scratch = Scratch.make();
                Database database = Database.of("postgresql", scratch.path());
                Server first = node(database, scratch.path().resolve("first"));
                Server second = node(database, scratch.path().resolve("second"))) {
            seen(report, first, second);
            planned(report, database, first, second);
        }
    }

    private static Server node(Database database, Path directory) throws Exception {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("VESTNIK_SECRET", "one secret that both of the nodes share");
        return Server.start(Files.createDirectories(directory), Settings.JVM, settings);
    }

    /// Each time the other node is asked for the list and the item before, so that its cache has
    /// them.
    private static void seen(Report report, Server first, Server second) throws Exception {
        first.send(
                "POST",
                "/api/v1/tags",
                JSON.writeValueAsString(Map.of("slug", "tag", "names", Map.of("ru", "Tag"))));
        String id = item(first, "Before all");
        first.send("POST", "/api/v1/news/" + id + "/publish", "");
        double longest = 0;
        double sum = 0;
        for (int n = 0; n < PUBLICATIONS; n++) {
            String title = "Title number " + n + ".";
            second.get("/api/v1/news?locale=ru");
            second.get("/api/v1/news/" + id);
            first.send(
                    "PATCH",
                    "/api/v1/news/" + id,
                    JSON.writeValueAsString(Map.of("title", title)),
                    Map.of("If-Match", "*"),
                    "application/merge-patch+json");
            first.send("POST", "/api/v1/news/" + id + "/publish", "");
            double took = until(second, id, title);
            longest = Math.max(longest, took);
            sum += took;
        }
        report.add(
                "nodes.seen",
                "two nodes on PostgreSQL: published on one, seen on the other, the longest of "
                        + PUBLICATIONS,
                longest,
                "ms",
                Wanted.atMost(1000));
        report.add("nodes.seen.mean", "the mean of these", sum / PUBLICATIONS, "ms");
    }

    private static double until(Server node, String id, String title) throws Exception {
        long began = System.nanoTime();
        while (true) {
            boolean there =
                    node.get("/api/v1/news/" + id).body().contains(title)
                            && node.get("/api/v1/news?locale=ru").body().contains(title);
            double took = (System.nanoTime() - began) / 1e6;
            if (there) {
                return took;
            }
            if (took > PATIENCE) {
                throw new IllegalStateException("Not seen on the other node: " + title);
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private static void planned(Report report, Database database, Server first, Server second)
            throws Exception {
        Instant due = Instant.now().plusSeconds(15);
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < PLANNED; n++) {
            Server node = n % 2 == 0 ? first : second;
            String id = item(node, "Planned " + n);
            node.send(
                    "POST",
                    "/api/v1/news/" + id + "/publish",
                    JSON.writeValueAsString(Map.of("at", due.toString())));
            ids.add(id);
        }
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (database.number("select count(*) from schedule_entry") > 0
                && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        long lines =
                database.number(
                        "select count(*) from change c join news_item i on i.id = c.id"
                                + " where c.what = 'published' and i.title like 'Planned %'");
        report.add(
                "nodes.once",
                "planned for one moment: publications in the change log",
                lines,
                "",
                "planned",
                PLANNED,
                Wanted.atMost(1));
    }

    private static String item(Server node, String title) throws Exception {
        String created =
                node.send(
                                "POST",
                                "/api/v1/news",
                                JSON.writeValueAsString(
                                        Map.of(
                                                "locale",
                                                "ru",
                                                "title",
                                                title,
                                                "body",
                                                Map.of(
                                                        "format",
                                                        "html",
                                                        "content",
                                                        "<p>Text</p>"))))
                        .body();
        return JSON.readTree(created).path("id").asText();
    }
}
