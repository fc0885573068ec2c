package dev.vestnik.bench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/// Editors who write and publish, beside plain JDBC commits of the same rows with the same
/// durability.
final class WriteBenchmark {

    private static final int WRITERS = 8;
    private static final int ITEMS = 1_000;

    private WriteBenchmark() {}

    static void run(Report report) throws Exception {
        for (String kind : Settings.databases(Set.of("h2", "postgresql"))) {
            try (FilledNewsroom newsroom = FilledNewsroom.make(kind, ITEMS);
                    Database twin =
                            newsroom.database().twin(newsroom.directory().resolve("twin"))) {
                measure(report, kind, newsroom, twin);
            }
        }
    }

    private static void measure(Report report, String kind, FilledNewsroom newsroom, Database twin)
            throws Exception {
        List<Newsroom.Written> texts =
                IntStream.range(0, ITEMS).mapToObj(Newsroom.Written::of).toList();
        try (PlainCommits plain = new PlainCommits(twin, texts);
                Server server = newsroom.start(Settings.JVM, Map.of())) {
            List<Callable<Long>> commits = List.of(plain::published);
            String token = server.token();
            ThreadLocal<Wire> wire = ThreadLocal.withInitial(() -> new Wire(server.base(), token));
            List<Callable<Long>> calls = List.of(() -> Publisher.published(wire.get()));
            // A cold program would let the eighth writer wait too long.
            Load.inProcess(calls, 1, 2 * Settings.SECONDS);
            Duel duel =
                    Duel.between(
                            seconds -> Load.inProcess(calls, WRITERS, seconds),
                            seconds -> Load.inProcess(commits, WRITERS, seconds));
            report.add(
                    "writes." + kind,
                    kind + ": created and published by 8 clients",
                    duel.ours().perSecond(),
                    "a second",
                    "C, plain commits",
                    duel.theirs().perSecond(),
                    Wanted.atLeast(0.4));
            report.add("writes." + kind + ".p99", "both calls, p99", duel.ours().p99(), "ms");
        }
    }
}
