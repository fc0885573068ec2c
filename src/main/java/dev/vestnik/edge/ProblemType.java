package dev.vestnik.edge;

import java.util.Locale;

/// Every kind of problem that Vestnik answers with; its name is the stable `code` of RFC 9457
/// answers, its page stands under `/problems/{slug}`.
public enum ProblemType {
    MALFORMED_JSON(400, "The body is not the JSON that was expected"),
    UNKNOWN_MEMBER(400, "The body has a member that is not known"),
    INVALID_TYPE(400, "A value has the wrong JSON type or form"),
    UNKNOWN_PARAMETER(400, "A query parameter is not known"),
    INVALID_PARAMETER(400, "A parameter has a value that is not allowed"),
    INVALID_CURSOR(400, "The cursor is not one of ours, or belongs to another query"),
    BAD_REQUEST(400, "The request could not be understood"),
    UNAUTHENTICATED(401, "A valid credential is needed"),
    INVALID_CREDENTIALS(401, "Name or password is wrong"),
    FORBIDDEN(403, "The credential does not allow this"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This method is not offered here"),
    NOT_ACCEPTABLE(406, "None of the accepted media types is offered"),
    REQUEST_TIMEOUT(408, "The request body arrived too slowly"),
    CONFLICT(409, "The request is in conflict with what is there"),
    TAG_IN_USE(409, "The tag is in use"),
    SLUG_TAKEN(409, "The slug is taken"),
    NAME_TAKEN(409, "The name is taken"),
    INVALID_STATE(409, "The state of the resource does not allow this"),
    SHOWN_TOKEN_USED(409, "The shown token was used before"),
    NOTHING_GRANTED(409, "The consent grants nothing"),
    REQUEST_IN_FLIGHT(409, "A request with this Idempotency-Key is still in flight"),
    GONE(410, "What was here has been withdrawn"),
    RESYNC_REQUIRED(410, "The token cannot be gone on from; begin anew"),
    STALE_VERSION(412, "The resource has changed since it was read"),
    BODY_TOO_LARGE(413, "The body is too large"),
    URI_TOO_LONG(414, "The request line is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "This media type is not taken here"),
    VALIDATION_FAILED(422, "The body breaks a rule"),
    CONSENT_NOT_AFFIRMATIVE(422, "Consent takes a clear affirmative act"),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used with another body"),
    PRECONDITION_REQUIRED(428, "If-Match is needed"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The request headers are too large"),
    INTERNAL_ERROR(500, "Something went wrong here"),
    BUSY(503, "The server is busy"),
    UNAVAILABLE(503, "The database cannot be reached"),
    SEARCH_UNAVAILABLE(503, "The search cannot be reached"),
    LOGIN_UNAVAILABLE(503, "The login service cannot be reached");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /// The last part of the type's URI, such as `stale-version`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 409 -> CONFLICT;
            case 410 -> GONE;
            case 412 -> STALE_VERSION;
            case 413 -> BODY_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 422 -> VALIDATION_FAILED;
            case 428 -> PRECONDITION_REQUIRED;
            case 429 -> TOO_MANY_REQUESTS;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> BUSY;
            default -> status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL_ERROR;
        };
    }
}
