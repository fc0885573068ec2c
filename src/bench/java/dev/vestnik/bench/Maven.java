package dev.vestnik.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Builds what the benchmark needs besides the program, with the Maven that started it.
final class Maven {

    private Maven() {}

    static void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("vestnik.bench.maven", "./mvnw"));
        command.addAll(List.of("--batch-mode", "--quiet", "--no-transfer-progress"));
        String repository = System.getProperty("vestnik.bench.repository", "");
        if (!repository.isEmpty()) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        command.addAll(List.of(arguments));
        wait(new ProcessBuilder(command), Map.of());
    }

    /// Runs a program to its end.
    ///
    /// @throws IllegalStateException where it failed
    static void wait(ProcessBuilder builder, Map<String, String> settings)
            throws IOException, InterruptedException {
        builder.environment().putAll(settings);
        Process process = builder.redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(builder.command() + "\n" + told);
        }
    }
}
