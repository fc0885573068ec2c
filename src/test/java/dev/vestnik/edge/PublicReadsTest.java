package dev.vestnik.edge;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The public's reads take no more than their own threads: here two, and a read stays in its thread
/// until the test lets it go.
class PublicReadsTest {

    private static final int THREADS = 2;
    private static final String NEWS = "/api/v1/news";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CountDownLatch letGo = new CountDownLatch(1);

    /// By their queries.
    private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();

    private final Semaphore came = new Semaphore(0);
    private final Semaphore left = new Semaphore(0);
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        List<String> paths =
                new SmallRyeConfigBuilder()
                        .withMapping(ReadSettings.class)
                        .build()
                        .getConfigMapping(ReadSettings.class)
                        .paths();
        PublicReads reads = new PublicReads(paths, THREADS, vertx);
        Router router = Router.router(vertx);
        router.route().handler(this::come);
        router.route().handler(reads::work);
        router.route().handler(this::answer);
        server =
                vertx.createHttpServer()
                        .requestHandler(router)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        letGo.countDown();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private void come(RoutingContext call) {
        came.release();
        call.response().closeHandler(closed -> left.release());
        call.next();
    }

    private void answer(RoutingContext call) {
        String thread = Thread.currentThread().getName();
        if (thread.startsWith("public-reads")) {
            begun.add(String.valueOf(call.request().query()));
            try {
                letGo.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        call.response().end(thread);
    }

    private HttpRequest.Builder to(String target) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.actualPort() + target));
    }

    private CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String thread(HttpRequest.Builder request) throws Exception {
        return send(request).get(10, TimeUnit.SECONDS).body();
    }

    @Test
    void those_beyond_wait_and_come_when_others_have_gone() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> all =
                Stream.of("?1", "?2", "?3", "?4").map(query -> send(to(NEWS + query))).toList();
        assertThat("one has begun", begun.poll(10, TimeUnit.SECONDS), is(notNullValue()));
        assertThat("a second too", begun.poll(10, TimeUnit.SECONDS), is(notNullValue()));
        assertThat("and no third", begun.poll(200, TimeUnit.MILLISECONDS), is(nullValue()));

        letGo.countDown();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);
        assertThat(
                all.stream().map(answer -> answer.join().statusCode()).toList(),
                everyItem(equalTo(200)));
    }

    @Test
    void the_newsroom_and_writers_do_not_wait_for_them() throws Exception {
        hold();
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString("{}");

        assertThat(
                "with a credential",
                thread(to(NEWS).header("Authorization", "Bearer x")),
                startsWith("vert.x-eventloop"));
        assertThat("a write", thread(to(NEWS).POST(body)), startsWith("vert.x-eventloop"));
        assertThat(
                "with a body",
                thread(to(NEWS).method("GET", body)),
                startsWith("vert.x-eventloop"));
    }

    /// A search cluster that hangs would hold up every reader.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/search?q=a",
                "/feeds/ru/rss.xml?q=a",
                "/api/v1/events",
                "/sitemap.xml",
                "/q/health"
            })
    void neither_does_what_may_wait_for_others_or_flows(String target) throws Exception {
        hold();

        assertThat(thread(to(target)), startsWith("vert.x-eventloop"));
    }

    @Test
    void a_client_that_has_left_is_not_read_for() throws Exception {
        hold();
        try (Socket leaving = new Socket("127.0.0.1", server.actualPort())) {
            OutputStream out = leaving.getOutputStream();
            out.write(
                    ("GET " + NEWS + "?left HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            came.acquire(THREADS + 1);
        }
        assertThat("it is seen to have left", left.tryAcquire(10, TimeUnit.SECONDS), is(true));
        CompletableFuture<HttpResponse<String>> staying = send(to(NEWS + "?stays"));
        letGo.countDown();
        staying.get(10, TimeUnit.SECONDS);

        assertThat(begun.poll(10, TimeUnit.SECONDS), equalTo("stays"));
    }

    /// Takes all of the threads.
    private void hold() throws Exception {
        for (int i = 0; i < THREADS; i++) {
            send(to(NEWS));
        }
        for (int i = 0; i < THREADS; i++) {
            assertThat(begun.poll(10, TimeUnit.SECONDS), equalTo("null"));
        }
    }
}
