package dev.vestnik.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Public reads: with the response cache off beside plain JDBC, and with many items beside the same
/// with few; with it on beside a bare Vert.x server that has the same bytes.
final class ReadBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ASKED = 200;
    private static final int READERS_IN_PROCESS = 4;

    /// Seconds of each kind of read, less where the run is to be short.
    private static final int WARM = Math.min(30, Settings.WARM_UP);

    private static final String LIST = "/api/v1/news?locale=ru";
    private static final String FEED = "/feeds/ru/rss.xml?limit=50";
    private static final Wanted HALF = Wanted.atLeast(0.5);
    private static final Wanted AS_FAST = Wanted.atLeast(0.77);

    private static final Map<String, String> UNCACHED = Map.of("VESTNIK_CACHE_ENABLED", "false");

    private final Report report;

    private ReadBenchmark(Report report) {
        this.report = report;
    }

    static void run(Report report, Newsrooms newsrooms) throws Exception {
        ReadBenchmark benchmark = new ReadBenchmark(report);
        int few = Settings.ITEMS.get(0);
        List<Integer> more = Settings.ITEMS.subList(1, Settings.ITEMS.size());
        for (String kind : Settings.databases(Set.of("h2", "postgresql"))) {
            Run withFew = benchmark.new Run(kind, newsrooms.with(kind, few));
            withFew.measure();
            for (int items : more) {
                Run withMore = benchmark.new Run(kind, newsrooms.with(kind, items));
                withMore.measure();
                if (Settings.READS.contains("uncached")) {
                    withMore.besideFew(withFew);
                }
            }
        }
    }

    /// On one newsroom.
    private final class Run {

        private final String kind;
        private final FilledNewsroom newsroom;
        private final String place;
        private final List<String> items;
        private final List<String> tagPages;

        Run(String kind, FilledNewsroom newsroom) {
            this.kind = kind;
            this.newsroom = newsroom;
            this.place = "%s, %,d items: ".formatted(kind, newsroom.items());
            this.items =
                    IntStream.range(0, ASKED)
                            .map(n -> (int) ((long) n * newsroom.items() / ASKED))
                            .mapToObj(n -> "/api/v1/news/" + Newsroom.slug(n) + "?locale=ru")
                            .toList();
            this.tagPages =
                    IntStream.range(1, 1 + ASKED / 4)
                            .mapToObj(n -> LIST + "&tag=" + Newsroom.tagSlug(n))
                            .toList();
        }

        void measure() throws Exception {
            if (Settings.READS.contains("uncached")) {
                uncached();
            }
            if (Settings.READS.contains("cached")) {
                cached();
            }
        }

        private void uncached() throws Exception {
            try (Database copy = newsroom.database().copy(newsroom.directory().resolve("copy"));
                    PlainReads plain = new PlainReads(copy);
                    Server server = newsroom.start(Settings.JVM, UNCACHED)) {
                warmUp(server);
                plain.mustAgree(server, LIST, items.get(ASKED / 2), tagPages.get(0));
                besidePlainJdbc(server, "list", "latest 20", List.of(LIST), plain.list());
                besidePlainJdbc(server, "item", "one item", items, plain.items(items));
                besidePlainJdbc(server, "tag", "20 of a tag", tagPages, plain.tagPages(tagPages));
                deepPage(server);
                feed(server);
            }
        }

        private void cached() throws Exception {
            try (Server server = newsroom.start(Settings.JVM, Map.of())) {
                warmUp(server);
                besideSameBytes(server);
                report.add(
                        name("resident"),
                        place + "memory after the load",
                        server.resident(),
                        "MiB");
            }
        }

        /// What is measured first would else be the slowest: the JVM compiles for a minute and
        /// more, with pauses in which nothing gets faster.
        private void warmUp(Server server) throws Exception {
            for (List<String> paths : List.of(List.of(LIST), items, tagPages, List.of(FEED))) {
                Load.onServer(server, paths, Settings.READERS, WARM);
            }
        }

        private void besidePlainJdbc(
                Server server,
                String read,
                String what,
                List<String> paths,
                List<Callable<Long>> plain)
                throws Exception {
            Duel duel =
                    Duel.between(
                            reads(server, paths),
                            seconds -> Load.inProcess(plain, READERS_IN_PROCESS, seconds));
            compare("uncached." + read, what + ", uncached", duel, "J, plain JDBC", HALF);
        }

        /// By turns with a server on the other newsroom, started at the same time: what the machine
        /// does between one newsroom and the next, half an hour later, would count else.
        void besideFew(Run few) throws Exception {
            try (Server server = newsroom.start(Settings.JVM, UNCACHED);
                    Server other = few.newsroom.start(Settings.JVM, UNCACHED)) {
                few.warmUp(other);
                warmUp(server);
                Duel list = Duel.between(reads(server, LIST), reads(other, LIST));
                grown("list", "latest 20", list, few, AS_FAST);
                Duel item = Duel.between(reads(server, items), reads(other, few.items));
                grown("item", "one item", item, few, AS_FAST);
                Duel tag = Duel.between(reads(server, tagPages), reads(other, few.tagPages));
                grown("tag", "20 of a tag", tag, few, null);
            }
        }

        private void grown(String read, String what, Duel duel, Run few, @Nullable Wanted wanted) {
            String yardstick = "%,d items".formatted(few.newsroom.items());
            compare("growth." + read, what + ", uncached", duel, yardstick, wanted);
        }

        private void deepPage(Server server) throws Exception {
            int page = Math.min(10_000, newsroom.items() / 25);
            String deep = LIST + "&cursor=" + cursor(server, page);
            Duel duel = Duel.between(reads(server, deep), reads(server, LIST));
            compare("uncached.deep", "page %,d, uncached".formatted(page), duel, "page 1", AS_FAST);
        }

        /// Of a page of 20.
        private String cursor(Server server, int page) throws Exception {
            String path = LIST + "&limit=100";
            String next = "";
            for (int read = 0; read < (page - 1) / 5; read++) {
                String asked = next.isEmpty() ? path : path + "&cursor=" + next;
                next = JSON.readTree(server.get(asked).body()).at("/page/next").asText();
            }
            return next;
        }

        private void feed(Server server) throws Exception {
            Duel duel = Duel.between(reads(server, FEED), reads(server, LIST + "&limit=50"));
            compare("uncached.feed", "RSS of 50 whole, uncached", duel, "list of 50", null);
        }

        private void besideSameBytes(Server server) throws Exception {
            List<String> all =
                    Stream.of(List.of(LIST, FEED), items, tagPages).flatMap(List::stream).toList();
            Map<String, SameBytes.Answer> answers = SameBytes.of(server, all);
            List<Ask> known =
                    all.stream()
                            .map(path -> new Ask(path, answers.get(path).headers().get("etag")))
                            .toList();
            Wanted most = Wanted.atLeast(0.7);
            try (Yard yard = Yard.with(answers, newsroom.directory())) {
                beside(server, yard, "list", "latest 20", asks(List.of(LIST)), most);
                beside(server, yard, "item", "one item", asks(items), most);
                beside(server, yard, "tag", "20 of a tag", asks(tagPages), most);
                beside(server, yard, "feed", "RSS of 50 whole", asks(List.of(FEED)), most);
                beside(server, yard, "304", "not modified", known, Wanted.atLeast(0.8));
            }
            whilePublishing(server, asks(all));
        }

        private void beside(
                Server server, Yard yard, String read, String what, List<Ask> asks, Wanted wanted)
                throws Exception {
            Duel duel =
                    Duel.between(
                            seconds ->
                                    Load.onServer(server.base(), asks, Settings.READERS, seconds),
                            seconds -> Load.onServer(yard.base(), asks, Settings.READERS, seconds));
            compare("cached." + read, what, duel, "V, the same bytes", wanted);
        }

        private void whilePublishing(Server server, List<Ask> asks) throws Exception {
            Duel.Side reading =
                    seconds -> Load.onServer(server.base(), asks, Settings.READERS, seconds);
            Duel duel =
                    Duel.between(
                            seconds -> {
                                try (Publisher publisher = Publisher.start(server)) {
                                    Load.Result read = reading.run(seconds);
                                    publisher.check();
                                    return read;
                                }
                            },
                            reading);
            compare(
                    "cached.publishing",
                    "all of these while one is published a second",
                    duel,
                    "without",
                    Wanted.atLeast(0.8));
        }

        private void compare(
                String read, String what, Duel duel, String yardstick, @Nullable Wanted wanted) {
            report.add(
                    name(read),
                    place + what,
                    duel.ours().perSecond(),
                    "a second",
                    yardstick,
                    duel.theirs().perSecond(),
                    wanted);
        }

        private String name(String read) {
            return String.join(".", "reads", kind, String.valueOf(newsroom.items()), read);
        }

        private static Duel.Side reads(Server server, String path) {
            return reads(server, List.of(path));
        }

        private static Duel.Side reads(Server server, List<String> paths) {
            return seconds -> Load.onServer(server, paths, Settings.READERS, seconds);
        }

        private static List<Ask> asks(List<String> paths) {
            return new ArrayList<>(paths.stream().map(Ask::of).toList());
        }
    }
}
