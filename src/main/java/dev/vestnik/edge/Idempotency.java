package dev.vestnik.edge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// What `Idempotency-Key` means, in two steps around a transaction: the claim outside it, the
/// answer inside it.
@Singleton
class Idempotency {

    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    private final RoutingContext call;
    private final SecurityIdentity identity;
    private final InstantSource time;
    private final ObjectMapper json;
    private final SealedAnswers sealed;

    Idempotency(
            RoutingContext call,
            SecurityIdentity identity,
            InstantSource time,
            ObjectMapper json,
            SealedAnswers sealed) {
        this.call = call;
        this.identity = identity;
        this.time = time;
        this.json = json;
        this.sealed = sealed;
    }

    /// The scope of the present request's key: who asks, what, and the key; null where it has none
    /// to heed.
    @Nullable String scope() {
        String key = call.request().getHeader(HEADER);
        if (key == null || "true".equals(call.request().getParam("dryRun"))) {
            return null;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.parameter(
                    HEADER, "INVALID_KEY", "must have 1 to " + LONGEST_KEY + " characters");
        }
        String whole =
                identity.getPrincipal().getName() + '\n' + call.request().path() + '\n' + key;
        return Hashes.sha256Hex(whole.getBytes(StandardCharsets.UTF_8));
    }

    private String key() {
        return call.request().getHeader(HEADER);
    }

    Optional<IdempotentAnswer> claim(String scope) {
        Buffer body = call.body().buffer();
        String hash = sealed.fingerprint(body == null ? new byte[0] : body.getBytes());
        return QuarkusTransaction.requiringNew()
                .call(() -> IdempotentAnswer.claim(scope, hash, time.instant()));
    }

    void keep(String scope, RestResponse<?> answer) throws Exception {
        IdempotentAnswer kept = IdempotentAnswer.findById(scope);
        kept.status = answer.getStatus();
        kept.location = answer.getHeaderString("Location");
        kept.body = sealed.seal(key(), json.writeValueAsString(answer.getEntity()));
    }

    /// An answer as it was given before, to the letter.
    record Repeated(@JsonValue @JsonRawValue String body, @JsonIgnore long version)
            implements Versioned {}

    RestResponse<?> repeat(IdempotentAnswer earlier) throws JsonProcessingException {
        String body = sealed.open(key(), Objects.requireNonNull(earlier.body));
        var answer =
                RestResponse.ResponseBuilder.<Repeated>create(
                                Objects.requireNonNull(earlier.status))
                        .entity(new Repeated(body, json.readTree(body).path("version").asLong()))
                        .header("Idempotency-Replayed", "true");
        return (earlier.location == null ? answer : answer.header("Location", earlier.location))
                .build();
    }

    @Scheduled(every = "1h", delayed = "1m")
    void forgetOldAnswers() {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        IdempotentAnswer.deleteBefore(time.instant().minus(IdempotentAnswer.KEPT)));
    }

    /// Outside the transaction: claims the key, or repeats the answer of the request that had it
    /// first.
    @Idempotent
    @Interceptor
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
    static class Claim {

        private final Idempotency idempotency;

        Claim(Idempotency idempotency) {
            this.idempotency = idempotency;
        }

        @AroundInvoke
        Object once(InvocationContext operation) throws Exception {
            String scope = idempotency.scope();
            if (scope == null) {
                return operation.proceed();
            }
            Optional<IdempotentAnswer> earlier = idempotency.claim(scope);
            if (earlier.isPresent()) {
                return idempotency.repeat(earlier.get());
            }
            boolean done = false;
            try {
                Object answer = operation.proceed();
                done = true;
                return answer;
            } finally {
                if (!done) {
                    QuarkusTransaction.requiringNew().run(() -> IdempotentAnswer.release(scope));
                }
            }
        }
    }

    /// Inside the transaction: keeps the answer with the work that it tells of.
    @Idempotent
    @Interceptor
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 250)
    static class Keep {

        private final Idempotency idempotency;

        Keep(Idempotency idempotency) {
            this.idempotency = idempotency;
        }

        @AroundInvoke
        Object keep(InvocationContext operation) throws Exception {
            Object answer = operation.proceed();
            String scope = idempotency.scope();
            if (scope != null) {
                idempotency.keep(scope, (RestResponse<?>) answer);
            }
            return answer;
        }
    }
}
