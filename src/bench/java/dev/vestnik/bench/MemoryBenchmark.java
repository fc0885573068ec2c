package dev.vestnik.bench;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The program with a heap of 256 MiB on the largest newsroom of the run: what it holds of the
/// machine's memory after all public reads were asked for, and whether any of them failed, or any
/// other operation.
final class MemoryBenchmark {

    private static final List<String> SMALL = List.of("-Xmx256m");

    private static final int MOST = 350;
    private static final int REST_SECONDS = 60;
    private static final List<String> PATHS =
            List.of(
                    "/api/v1/news?locale=ru",
                    "/api/v1/news?locale=ru&limit=100&include=body,blocks,neighbours,translations",
                    "/api/v1/news?locale=ru&limit=100&include=body,blocks,related",
                    "/api/v1/news?sort=publishedAt&limit=100",
                    "/api/v1/news?sort=title&locale=ru",
                    "/api/v1/news?total=true&locale=ru",
                    "/api/v1/news?locale=ru&tag=tema-1,tema-2",
                    "/api/v1/news?locale=ru&tag=tema-0&tag=tema-3",
                    "/api/v1/news/novost-1?locale=ru",
                    "/api/v1/news/novost-1/related?locale=ru",
                    "/api/v1/tags",
                    "/api/v1/search?locale=ru&highlight=true&facets=tag,year,locale&q=a",
                    "/api/v1/search/suggest?locale=ru&q=a",
                    "/feeds/ru/rss.xml?limit=50",
                    "/feeds/ru/atom.xml?limit=50",
                    "/feeds/ru/feed.json?limit=50",
                    "/sitemap.xml",
                    "/sitemap-news.xml",
                    "/api/v1/sync?locale=ru&limit=100&include=body,blocks",
                    "/q/metrics");
    private static final int READERS = 16;

    private MemoryBenchmark() {}

    static void run(Report report, Newsrooms newsrooms) throws Exception {
        int items = Settings.ITEMS.stream().mapToInt(Integer::intValue).max().orElseThrow();
        for (String kind : Settings.DATABASES) {
            try (Server server = newsrooms.with(kind, items).start(SMALL, Map.of())) {
                String place = "%s, %,d items, heap of 256 MiB".formatted(kind, items);
                measure(report, place, kind, server);
                EveryOperation.measure(report, place, kind, server, PATHS);
            }
        }
    }

    private static void measure(Report report, String place, String kind, Server server)
            throws Exception {
        List<Ask> asks = new ArrayList<>();
        int failed = 0;
        for (String path : PATHS) {
            HttpResponse<String> answer = server.get(path);
            if (answer.statusCode() >= 500) {
                failed++;
                System.out.println(answer.statusCode() + " " + path);
            } else {
                asks.add(Ask.of(path));
            }
        }
        Publisher.published(server);
        Load.onServer(server.base(), asks, READERS, Settings.SECONDS * Settings.REPEATS);
        report.add(
                "memory." + kind + ".failed",
                place + ": public reads that failed",
                failed,
                "",
                Wanted.atMost(0));
        report.add(
                "memory." + kind + ".loaded",
                place + ": memory at the end of the load",
                server.resident(),
                "MiB");
        TimeUnit.SECONDS.sleep(REST_SECONDS);
        report.add(
                "memory." + kind,
                place + ": memory a minute after the load",
                server.resident(),
                "MiB",
                Wanted.atMost(MOST));
    }
}
