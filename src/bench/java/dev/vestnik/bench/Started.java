package dev.vestnik.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Measures how long a program takes from its process's birth to its first answer of 200.
final class Started {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Started() {}

    /// In milliseconds; the program is ended then.
    ///
    /// @param options of the JVM
    /// @param path that is asked for until it is there
    static double after(
            String java, List<String> options, Path jar, Map<String, String> settings, String path)
            throws Exception {
        int port = Yard.freePort();
        List<String> command = new ArrayList<>();
        command.add(java);
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        Path log = Files.createTempFile("start", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().putAll(settings);
        long began = System.nanoTime();
        Process process = builder.start();
        try {
            while (!isOk(port, path)) {
                if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new IllegalStateException("Did not start:\n" + Files.readString(log));
                }
                TimeUnit.MILLISECONDS.sleep(2);
            }
            return (System.nanoTime() - began) / 1e6;
        } finally {
            process.destroy();
            process.waitFor();
            Files.delete(log);
        }
    }

    /// By hand, since a client would take the machine's time to be loaded.
    private static boolean isOk(int port, String path) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(
                            ("GET "
                                            + path
                                            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(12), StandardCharsets.US_ASCII).equals("HTTP/1.1 200");
        } catch (IOException e) {
            return false;
        }
    }
}
