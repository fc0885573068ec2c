package dev.vestnik.consent;

import dev.vestnik.edge.Problem;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/// Whose consents are wanted, in one of three ways. In a body and not in a URL, which logs keep.
@Schema(name = "ConsentSearch")
record ConsentSearch(
        @Schema(description = "What the person's Consent-Token header holds.", nullable = true)
                @Nullable
                @CodePointLength(min = 1, max = 200)
                String subjectToken,
        @Schema(description = "The reader whom they are bound to.", nullable = true)
                @Nullable UUID userId,
        @Schema(description = "The record's own id.", nullable = true) @Nullable UUID id) {

    private static final int MOST = 1000;

    /// The records of one person.
    @Schema(name = "ConsentsFound")
    record Found(
            @Schema(description = "The newest first.") List<ConsentView> items,
            @Schema(description = "Whether there are older ones: at most 1000 are told.")
                    boolean more) {}

    /// The records, the newest first, with one more than are told where there are more.
    ///
    /// @throws Problem 422 unless exactly one way is taken
    List<ConsentRecord> find(SubjectTokens tokens) {
        if (Stream.of(subjectToken, userId, id).filter(Objects::nonNull).count() != 1) {
            throw Problem.invalid(
                    "", "ONE_OF", "must have exactly one of subjectToken, userId and id");
        }
        if (subjectToken != null) {
            String hash = SubjectTokens.hash(subjectToken);
            return ConsentRecord.list(
                    "tokenHash = ?1 or tombstone = ?2", hash, tokens.tombstone(hash));
        }
        return userId == null
                ? ConsentRecord.list("id", Objects.requireNonNull(id))
                : ConsentRecord.<ConsentRecord>find(
                                "readerHash = ?1 order by givenAt desc, id desc",
                                tokens.reader(userId))
                        .range(0, MOST)
                        .list();
    }

    static Found found(List<ConsentRecord> records, ConsentViews views) {
        return new Found(
                views.of(records.subList(0, Math.min(MOST, records.size()))),
                records.size() > MOST);
    }
}
