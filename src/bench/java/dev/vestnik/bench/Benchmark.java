package dev.vestnik.bench;

import java.nio.file.Path;

/// Measures what it is told to, one subject after the other; see `Settings`.
public final class Benchmark {

    private interface Subject {
        void measure(Report report, Newsrooms newsrooms) throws Exception;
    }

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        Report report = new Report();
        try (Newsrooms newsrooms = new Newsrooms()) {
            for (String name : Settings.ONLY) {
                try {
                    subject(name).measure(report, newsrooms);
                } catch (Exception e) {
                    report.failed(name, e);
                }
            }
        }
        report.write(Path.of("target", "benchmark"));
        System.exit(report.hasFailures() ? 1 : 0);
    }

    private static Subject subject(String name) {
        return switch (name) {
            case "reads" -> ReadBenchmark::run;
            case "writes" -> (report, newsrooms) -> WriteBenchmark.run(report);
            case "start" -> (report, newsrooms) -> StartBenchmark.run(report);
            case "memory" -> MemoryBenchmark::run;
            case "nodes" -> (report, newsrooms) -> NodesBenchmark.run(report);
            case "search" -> (report, newsrooms) -> SearchBenchmark.run(report);
            default -> throw new IllegalArgumentException("There is no subject " + name);
        };
    }
}
