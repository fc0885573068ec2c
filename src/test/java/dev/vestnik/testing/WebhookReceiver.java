package dev.vestnik.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A program that is told of events, on this machine. It answers as a test says, and remembers
/// whatever came.
public final class WebhookReceiver implements AutoCloseable {

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger present = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int port;
    private volatile Answering answering = (message, exchange) -> answer(exchange, 204, "");
    private HttpServer server;

    public WebhookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        port = server.getAddress().getPort();
        listen();
    }

    /// What came once.
    ///
    /// @param headers their names in lower case
    public record Received(String path, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }

        public JsonNode json() {
            try {
                return Wire.JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String id() {
            return header("webhook-id");
        }
    }

    /// How it answers.
    public interface Answering {
        void answer(Received message, HttpExchange exchange) throws Exception;
    }

    public int port() {
        return port;
    }

    public String url() {
        return "http://127.0.0.1:" + port + "/hook";
    }

    public List<Received> received() {
        return received;
    }

    /// How many messages it had at the same time at the most.
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    /// Answers so from now on.
    public void answers(Answering how) {
        answering = how;
    }

    /// Answers with a status and headers (`name: value`) from now on.
    public void answers(int status, String... headers) {
        answers((message, exchange) -> answer(exchange, status, "", headers));
    }

    public static void answer(HttpExchange exchange, int status, String body, String... headers)
            throws IOException {
        Arrays.stream(headers)
                .map(header -> header.split(": ", 2))
                .forEach(header -> exchange.getResponseHeaders().add(header[0], header[1]));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    /// Refuses connections until it is up again.
    public void goDown() {
        server.stop(0);
    }

    /// Listens again where it did before.
    public void comeUp() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        listen();
    }

    private void listen() {
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(present.incrementAndGet(), Math::max);
        try {
            Map<String, List<String>> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            Received message =
                    new Received(
                            exchange.getRequestURI().getPath(),
                            headers,
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
            received.add(message);
            answering.answer(message, exchange);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        } finally {
            present.decrementAndGet();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
