package dev.vestnik.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A server with the same bytes, running.
final class Yard implements AutoCloseable {

    private final Process process;
    private final int port;

    private Yard(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Yard with(Map<String, SameBytes.Answer> answers, Path directory) throws Exception {
        Path file = Files.createTempFile(directory, "answers", ".json");
        Files.write(file, new ObjectMapper().writeValueAsBytes(answers));
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Settings.JVM);
        command.addAll(
                List.of(
                        "-classpath",
                        System.getProperty("java.class.path"),
                        SameBytes.class.getName(),
                        String.valueOf(port),
                        file.toString()));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("yard.log").toFile())
                        .start();
        Yard yard = new Yard(process, port);
        while (!yard.isOpen()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(directory.resolve("yard.log")));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return yard;
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private boolean isOpen() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
