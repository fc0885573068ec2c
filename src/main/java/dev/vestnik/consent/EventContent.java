package dev.vestnik.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vestnik.database.JsonText;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an event tells, for ever: nothing personal. Whatever is lies apart, as evidence, of which
/// here are the id and the commitment.
///
/// @param textHash of the text that was shown
/// @param decisions by purpose
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventContent(
        @Nullable String notice,
        @Nullable Integer noticeVersion,
        @Nullable String locale,
        @Nullable String textHash,
        @Nullable ConsentMethod method,
        @Nullable Boolean gpc,
        @Nullable Boolean onBehalf,
        @Nullable Map<String, Decision> decisions,
        @Nullable Instant expiresAt,
        @Nullable UUID evidence,
        @Nullable String commitment) {

    private static final JsonText<EventContent> TEXT = new JsonText<>(new TypeReference<>() {});

    /// One that tells no more than that it happened.
    static final EventContent NOTHING =
            new EventContent(null, null, null, null, null, null, null, null, null, null, null);

    /// An answer.
    static EventContent of(Answer answer, Map<String, Decision> decisions, Instant expiresAt) {
        return new EventContent(
                answer.notice(),
                answer.noticeVersion(),
                answer.locale(),
                answer.textHash(),
                answer.method(),
                answer.gpc(),
                answer.onBehalf(),
                new TreeMap<>(decisions),
                expiresAt,
                null,
                null);
    }

    /// To what it was given, and how.
    record Answer(
            String notice,
            int noticeVersion,
            String locale,
            String textHash,
            ConsentMethod method,
            boolean gpc,
            boolean onBehalf) {}

    EventContent with(UUID evidenceId, String madeCommitment) {
        return new EventContent(
                notice,
                noticeVersion,
                locale,
                textHash,
                method,
                gpc,
                onBehalf,
                decisions,
                expiresAt,
                evidenceId,
                madeCommitment);
    }

    static EventContent read(String content) {
        return TEXT.read(content);
    }

    ObjectNode tree() {
        return (ObjectNode) ConsentJson.tree(this);
    }
}
