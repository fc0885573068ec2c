package dev.vestnik.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Listens to server-sent events as a browser does: what has no data only moves the last id.
public final class EventClient implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<InputStream> answer;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final AtomicInteger comments = new AtomicInteger();
    private volatile String lastId = "";
    private volatile boolean ended;

    private EventClient(HttpResponse<InputStream> answer) {
        this.answer = answer;
    }

    /// What was told; the id of the program's end of the stream is empty.
    public record Event(String id, String type, JsonNode data) {

        @Override
        public String toString() {
            return id + " " + type;
        }
    }

    /// Asks, and has the answer's head when it returns.
    ///
    /// @param lastEventId null for none
    public static EventClient listen(URI address, @Nullable String lastEventId) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            EventClient client =
                    new EventClient(HTTP.send(request.build(), BodyHandlers.ofInputStream()));
            Thread reader = new Thread(client::read, "event-client");
            reader.setDaemon(true);
            reader.start();
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            String id = "";
            String type = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":")) {
                    comments.incrementAndGet();
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty()) {
                    lastId = id;
                    if (!data.isEmpty()) {
                        events.add(new Event(id, type, Wire.JSON.readTree(data)));
                    }
                    type = "";
                    data = "";
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            // Cut off, by one side or the other.
        } finally {
            ended = true;
        }
    }

    public int status() {
        return answer.statusCode();
    }

    public HttpHeaders headers() {
        return answer.headers();
    }

    /// The next event, which is waited for.
    public Event next() {
        try {
            Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError(ended ? "The stream has ended" : "Nothing is told");
            }
            return event;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Event> next(int count) {
        List<Event> next = new ArrayList<>();
        while (next.size() < count) {
            next.add(next());
        }
        return next;
    }

    /// Those that have come by now.
    public List<Event> heard() {
        List<Event> heard = new ArrayList<>();
        events.drainTo(heard);
        return heard;
    }

    /// What a browser would send when it comes back.
    public String lastId() {
        return lastId;
    }

    /// How many comments have come.
    public int comments() {
        return comments.get();
    }

    public boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
