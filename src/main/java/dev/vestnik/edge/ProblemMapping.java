package dev.vestnik.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StaleStateException;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Turns whatever was thrown into a problem; nothing of an unexpected failure but its number
/// reaches the client.
class ProblemMapping {

    static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

    private static final Logger LOG = Logger.getLogger(ProblemMapping.class);
    private static final Set<String> TRANSACTION_LOST =
            Set.of("40001", "40P01", "55P03", "57014", "HYT00", "90131");
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    /// What the pool says when all connections are in use for too long.
    private static final String NO_CONNECTION_FREE = "Sorry, acquisition timeout!";

    /// What the pool says when it waits for the database to let another in.
    private static final String NO_CONNECTION_MADE = "Acquisition timeout";

    /// What the end of a transaction says whose time was over before.
    private static final String ENDED_BEFORE = "ARJUNA016102";

    private final AllowedMethods methods;

    ProblemMapping(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerExceptionMapper
    RestResponse<ProblemDetails> problem(Problem problem, UriInfo uri) {
        return answer(problem, uri);
    }

    @ServerExceptionMapper
    RestResponse<ProblemDetails> violations(ConstraintViolationException violations, UriInfo uri) {
        List<InputError> errors =
                violations.getConstraintViolations().stream()
                        .map(Violations::inRequest)
                        .sorted((a, b) -> a.sentence().compareTo(b.sentence()))
                        .toList();
        boolean inBody = errors.stream().allMatch(error -> error.pointer() != null);
        return answer(
                Problem.of(
                        inBody ? ProblemType.VALIDATION_FAILED : ProblemType.INVALID_PARAMETER,
                        errors),
                uri);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    RestResponse<ProblemDetails> unauthenticated(SecurityException failure, UriInfo uri) {
        return answer(
                Problem.of(
                                ProblemType.UNAUTHENTICATED,
                                "Send a valid token as Authorization: Bearer.")
                        .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"vestnik\""),
                uri);
    }

    @ServerExceptionMapper
    RestResponse<ProblemDetails> forbidden(ForbiddenException failure, UriInfo uri) {
        return answer(Problem.of(ProblemType.FORBIDDEN, "Your roles do not allow this."), uri);
    }

    @ServerExceptionMapper
    RestResponse<ProblemDetails> http(WebApplicationException failure, UriInfo uri) {
        Throwable cause = failure.getCause();
        if (cause instanceof Problem problem) {
            return answer(problem, uri);
        }
        if (cause instanceof JsonProcessingException json) {
            return answer(JsonReading.problem(json), uri);
        }
        Response response = failure.getResponse();
        ProblemType type = ProblemType.ofStatus(response.getStatus());
        if (type == ProblemType.INTERNAL_ERROR) {
            return unexpected(failure, uri);
        }
        Problem problem = Problem.of(type, type.title() + ".");
        boolean otherMethod = type == ProblemType.METHOD_NOT_ALLOWED;
        return answer(
                otherMethod ? problem.with(HttpHeaders.ALLOW, methods.at(uri.getPath())) : problem,
                uri);
    }

    @ServerExceptionMapper
    RestResponse<ProblemDetails> anything(Throwable failure, UriInfo uri) {
        Problem known = known(failure);
        return known != null ? answer(known, uri) : unexpected(failure, uri);
    }

    /// Looks along the chain of causes for something that a client can act on.
    private static @Nullable Problem known(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
                return Problem.of(
                        ProblemType.STALE_VERSION,
                        "Another request changed it at the same moment.");
            }
            if (cause instanceof LockTimeoutException
                    || cause instanceof PessimisticLockException
                    || cause instanceof RollbackException && says(cause, ENDED_BEFORE)) {
                return busy();
            }
            if (cause instanceof JDBCConnectionException) {
                return Problem.of(ProblemType.UNAVAILABLE, "The database cannot be reached.")
                        .with(HttpHeaders.RETRY_AFTER, "5");
            }
            if (cause instanceof SQLException sql) {
                return known(sql);
            }
        }
        return null;
    }

    private static @Nullable Problem known(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (TRANSACTION_LOST.contains(state) || says(sql, NO_CONNECTION_FREE)) {
            return busy();
        }
        if (state.equals(UNIQUE_VIOLATION) || state.equals(FOREIGN_KEY_VIOLATION)) {
            return Problem.of(
                    ProblemType.CONFLICT, "Another request took the same name at the same moment.");
        }
        boolean noConnection =
                state.startsWith("08") || state.startsWith("57P") || state.startsWith("9009");
        return noConnection || says(sql, NO_CONNECTION_MADE)
                ? Problem.of(ProblemType.UNAVAILABLE, "The database cannot be reached.")
                        .with(HttpHeaders.RETRY_AFTER, "5")
                : null;
    }

    private static boolean says(Throwable failure, String what) {
        return String.valueOf(failure.getMessage()).contains(what);
    }

    private static Problem busy() {
        return Problem.of(ProblemType.BUSY, "Too much at once; try again in a moment.");
    }

    private static RestResponse<ProblemDetails> unexpected(Throwable failure, UriInfo uri) {
        String number = UUID.randomUUID().toString();
        LOG.errorf(failure, "Unexpected failure %s at %s", number, ShownPath.of(uri.getPath()));
        return answer(
                Problem.of(
                        ProblemType.INTERNAL_ERROR,
                        "The log has the cause under number " + number + "."),
                uri);
    }

    private static RestResponse<ProblemDetails> answer(Problem problem, UriInfo uri) {
        var answer =
                RestResponse.ResponseBuilder.<ProblemDetails>create(problem.type().status())
                        .entity(ProblemDetails.of(problem, uri.getPath()))
                        .type(PROBLEM_JSON)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.headers().forEach(answer::header);
        if (problem.type() == ProblemType.BUSY
                && !problem.headers().containsKey(HttpHeaders.RETRY_AFTER)) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.build();
    }
}
