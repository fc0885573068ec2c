package dev.vestnik.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends one message once, to exactly the address that was found to be allowed: the name goes into
/// the Host header and is what the certificate is held against, and is not looked up again.
/// Redirects are not followed, connections not kept.
@Singleton
class Sending {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final HttpClient http;
    private final Targets targets;
    private final WebhookSettings settings;
    private final InstantSource time;

    Sending(Vertx vertx, Targets targets, WebhookSettings settings, InstantSource time) {
        this.targets = targets;
        this.settings = settings;
        this.time = time;
        this.http =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setKeepAlive(false)
                                .setConnectTimeout((int) CONNECT.toMillis())
                                .setMaxPoolSize(settings.atOnce()));
    }

    /// Waits for the answer, for as long as an attempt may take.
    Attempt send(Message message) {
        long end = System.nanoTime() + settings.timeout().toNanos();
        URI url = URI.create(message.url());
        RequestOptions request;
        try {
            request = request(message, url, targets.address(url));
        } catch (IOException e) {
            return Attempt.failed(reason(e));
        }
        CompletableFuture<Attempt> outcome = new CompletableFuture<>();
        http.request(request)
                .onFailure(e -> outcome.complete(Attempt.failed(reason(e))))
                .onSuccess(open -> exchange(open, message, outcome));
        try {
            return outcome.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            Attempt late =
                    Attempt.failed("No answer within " + settings.timeout().toSeconds() + " s");
            outcome.complete(late);
            return late;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Attempt.failed("This node was stopped");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private RequestOptions request(Message message, URI url, InetAddress address) {
        boolean encrypted = url.getScheme().toLowerCase(Locale.ROOT).equals("https");
        int port = url.getPort() > 0 ? url.getPort() : encrypted ? HTTPS : HTTP;
        Instant now = time.instant();
        String id = Delivery.messageId(message.delivery());
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(encrypted)
                .setURI(url.getRawQuery() == null ? path : path + '?' + url.getRawQuery())
                .setFollowRedirects(false)
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Vestnik")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                .putHeader(
                        "webhook-signature", Signature.of(id, now, message.body(), message.keys()));
    }

    private void exchange(
            HttpClientRequest request, Message message, CompletableFuture<Attempt> outcome) {
        outcome.whenComplete((attempt, failure) -> request.reset());
        request.response()
                .onFailure(e -> outcome.complete(Attempt.failed(reason(e))))
                .onSuccess(response -> new AnswerReading(response, time, outcome).begin());
        request.end(message.body());
    }

    static String reason(Throwable failure) {
        String message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
