package dev.vestnik.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// With `-Dvestnik.test.search=opensearch`, starts a real OpenSearch for the search to lie on. It
/// ends when the pipe to it closes, however this process ends.
public class SearchCluster implements QuarkusTestResourceLifecycleManager {

    private static final long PATIENCE_SECONDS = 180;

    private static final String AWAY = "vestnik.test.search.away";

    private Process server;
    private Path directory;
    private Relay relay;

    /// Lets nothing through to it, or all again.
    public static void isAway(boolean away) {
        System.setProperty(AWAY, String.valueOf(away));
    }

    @Override
    public Map<String, String> start() {
        if (!"opensearch".equals(System.getProperty("vestnik.test.search"))) {
            return Map.of();
        }
        try {
            directory = Files.createTempDirectory("vestnik-opensearch");
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
            waitFor();
            relay = new Relay(port, () -> Boolean.getBoolean(AWAY));
            return Map.of("vestnik.search.cluster.uris", "http://127.0.0.1:" + relay.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void waitFor() throws IOException {
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
        if (server == null) {
            return;
        }
        server.destroy();
        try {
            if (relay != null) {
                relay.close();
            }
            server.waitFor();
            delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
