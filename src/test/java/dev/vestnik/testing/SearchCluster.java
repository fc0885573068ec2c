package dev.vestnik.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// With `-Dvestnik.test.search=opensearch`, starts a real OpenSearch for the search to lie on. It
/// ends when the pipe to it closes, however this process ends.
public class SearchCluster implements QuarkusTestResourceLifecycleManager {

    private static final long PATIENCE_SECONDS = 180;

    private Process server;

    @Override
    public Map<String, String> start() {
        if (!"opensearch".equals(System.getProperty("vestnik.test.search"))) {
            return Map.of();
        }
        try {
            Path directory = Files.createTempDirectory("vestnik-opensearch");
            int port = freePort();
            server =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx1g",
                                    "-classpath",
                                    Path.of("target", "opensearch").toAbsolutePath() + "/*",
                                    Path.of("src", "test", "opensearch", "OpenSearch.java")
                                            .toString(),
                                    directory.toString(),
                                    String.valueOf(port),
                                    String.valueOf(freePort()))
                            .redirectErrorStream(true)
                            .redirectOutput(directory.resolve("output.log").toFile())
                            .start();
            waitFor(directory);
            return Map.of("vestnik.search.cluster.uris", "http://127.0.0.1:" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void waitFor(Path directory) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.exists(directory.resolve("started"))) {
            if (!server.isAlive() || System.nanoTime() > end) {
                stop();
                throw new IllegalStateException(
                        "OpenSearch did not start:\n"
                                + Files.readString(directory.resolve("output.log")));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.destroy();
        }
    }
}
