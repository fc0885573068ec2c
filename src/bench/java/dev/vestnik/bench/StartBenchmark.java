package dev.vestnik.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How long the program takes from cold to its first answer: beside an empty application of the
/// same extensions, alone and with the archive of classes that an older JDK can have, and with the
/// AOT cache beside itself without. The newsroom is there already.
final class StartBenchmark {

    private static final int JDK_WITH_CACHE = 25;
    private static final String OURS = "/api/v1/news?locale=ru";
    private static final String EMPTY = "/q/health/ready";
    private static final Path PACKAGED = Path.of(System.getProperty("vestnik.bench.jar", ""));
    private static final Path EMPTY_JAR =
            Path.of("target", "benchmark", "empty", "quarkus-app", "quarkus-run.jar");
    private static final Path FOR_CACHE = Path.of("target", "aot");

    /// Of the JVM with the cache; by default that which runs the benchmark.
    private static final Path NEWER_JDK =
            Path.of(
                    System.getProperty("vestnik.bench.newer-jdk", "").isBlank()
                            ? System.getProperty("java.home")
                            : System.getProperty("vestnik.bench.newer-jdk"));

    private final Report report;
    private final Path directory;

    private StartBenchmark(Report report, Path directory) {
        this.report = report;
        this.directory = directory;
    }

    static void run(Report report) throws Exception {
        try (Scratch scratch = Scratch.make()) {
            StartBenchmark benchmark = new StartBenchmark(report, scratch.path());
            Server.start(scratch.path(), Settings.JVM, Map.of()).close();
            benchmark.besideEmpty();
            if (Runtime.Version.parse(version(NEWER_JDK)).feature() >= JDK_WITH_CACHE) {
                benchmark.withCache();
            }
        }
    }

    private void besideEmpty() throws Exception {
        Maven.run("--file", "src/bench/empty/pom.xml", "package");
        boolean older = Runtime.version().feature() < JDK_WITH_CACHE;
        Path home = Path.of(System.getProperty("java.home"));
        List<String> archived = new ArrayList<>(Settings.JVM);
        if (older) {
            archived.add("-XX:SharedArchiveFile=" + archive(home));
        }
        String java = java(home);
        List<Double> ours = new ArrayList<>();
        List<Double> withArchive = new ArrayList<>();
        List<Double> empty = new ArrayList<>();
        for (int i = 0; i <= Settings.REPEATS; i++) {
            ours.add(Started.after(java, Settings.JVM, PACKAGED, settings(), OURS));
            if (older) {
                withArchive.add(Started.after(java, archived, PACKAGED, settings(), OURS));
            }
            empty.add(Started.after(java, Settings.JVM, EMPTY_JAR, Map.of(), EMPTY));
        }
        besideEmpty("start", "from cold to the first 200", ours, empty);
        if (older) {
            besideEmpty(
                    "start.archive", "the same with the archive of classes", withArchive, empty);
        }
    }

    private void besideEmpty(String key, String what, List<Double> ours, List<Double> empty) {
        report.add(
                key,
                what + ", Java " + Runtime.version().feature(),
                median(ours),
                "ms",
                "Q, an empty Quarkus application",
                median(empty),
                Wanted.atMost(1.5));
    }

    private static Path archive(Path home) throws Exception {
        Path program = PACKAGED.toAbsolutePath().getParent();
        Maven.wait(
                new ProcessBuilder("docker/aot-cache", program.toString()),
                Map.of("JAVA_HOME", home.toString()));
        return program.resolve("vestnik.jsa");
    }

    private void withCache() throws Exception {
        Maven.run(
                "-DskipTests",
                "-Dquarkus.package.jar.type=aot-jar",
                "-Dquarkus.package.output-directory=aot",
                "quarkus:build");
        Maven.wait(
                new ProcessBuilder("docker/aot-cache", FOR_CACHE.toString()),
                Map.of("JAVA_HOME", NEWER_JDK.toString()));
        Path jar = FOR_CACHE.resolve("quarkus-run.jar");
        List<String> cached = new ArrayList<>(Settings.JVM);
        cached.add("-XX:AOTCache=" + FOR_CACHE.resolve("vestnik.aot"));
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int i = 0; i <= Settings.REPEATS; i++) {
            with.add(Started.after(java(NEWER_JDK), cached, jar, settings(), OURS));
            without.add(Started.after(java(NEWER_JDK), Settings.JVM, PACKAGED, settings(), OURS));
        }
        report.add(
                "start.cache",
                "the same with the AOT cache, Java " + version(NEWER_JDK),
                median(with),
                "ms",
                "without",
                median(without),
                Wanted.atMost(0.6));
    }

    private Map<String, String> settings() {
        return Map.of("VESTNIK_DATA_DIR", directory.resolve("data").toString());
    }

    private static String java(Path home) {
        return home.resolve("bin").resolve("java").toString();
    }

    private static String version(Path home) throws IOException {
        @Nullable String found = null;
        for (String line : Files.readAllLines(home.resolve("release"))) {
            if (line.startsWith("JAVA_VERSION=")) {
                found = line.replaceAll(".*\"(.*)\"", "$1");
            }
        }
        return found == null ? "17" : found;
    }

    /// Of all but the first, in which the machine's caches fill.
    private static double median(List<Double> times) {
        return times.stream().skip(1).sorted().toList().get((times.size() - 1) / 2);
    }
}
