package dev.vestnik.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// A load generator for machines without `wrk`; it takes more of the machine than that does.
final class VertxLoad {

    private VertxLoad() {}

    static Load.Result run(String base, List<Ask> asks, int clients, int seconds) throws Exception {
        URI server = URI.create(base);
        Vertx vertx = Vertx.vertx();
        try {
            HttpClient http =
                    vertx.createHttpClient(
                            new HttpClientOptions()
                                    .setDefaultHost(server.getHost())
                                    .setDefaultPort(server.getPort())
                                    .setMaxPoolSize(clients));
            List<Callable<Long>> work =
                    IntStream.range(0, asks.size())
                            .mapToObj(n -> (Callable<Long>) () -> answered(http, asks.get(n)))
                            .toList();
            return Load.inProcess(work, clients, seconds);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    private static long answered(HttpClient http, Ask ask) throws Exception {
        return http.request(HttpMethod.GET, ask.path())
                .compose(request -> known(request, ask).send())
                .compose(answer -> {
                    if (answer.statusCode() >= 400) {
                        throw new IllegalStateException(ask.path() + ": " + answer.statusCode());
                    }
                    return answer.body();
                })
                .map(Buffer::length)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .longValue();
    }

    private static HttpClientRequest known(HttpClientRequest request, Ask ask) {
        if (ask.ifNoneMatch() != null) {
            request.putHeader("If-None-Match", ask.ifNoneMatch());
        }
        return request;
    }
}
