package dev.vestnik.news;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A member of an item's content that was changed; of the body, by words.
@Schema(name = "ContentChange")
record ContentChange(
        @Schema(examples = "title") String field,
        @Schema(description = "As JSON values; left out where words tells it.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable Object before,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object after,
        @Schema(description = "Of the body.") @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable List<WordChange> words) {

    /// A run of words that stayed, was taken out or was put in.
    @Schema(name = "WordChange")
    record WordChange(Kind kind, String text) {

        /// What became of the words.
        enum Kind {
            KEPT,
            REMOVED,
            ADDED
        }
    }

    static List<ContentChange> between(NewsInput before, NewsInput after) {
        List<ContentChange> changes = new ArrayList<>();
        compare("title", before.title(), after.title(), changes);
        compare("summary", before.summary(), after.summary(), changes);
        if (!before.body().equals(after.body())) {
            changes.add(
                    new ContentChange(
                            "body",
                            null,
                            null,
                            words(before.body().content(), after.body().content())));
        }
        compare("tags", before.tags(), after.tags(), changes);
        compare("slug", before.slug(), after.slug(), changes);
        compare("author", before.author(), after.author(), changes);
        compare("source", before.source(), after.source(), changes);
        compare("cover", before.cover(), after.cover(), changes);
        compare("seo", before.seo(), after.seo(), changes);
        compare("featuredUntil", before.featuredUntil(), after.featuredUntil(), changes);
        return changes;
    }

    private static void compare(
            String field,
            @Nullable Object before,
            @Nullable Object after,
            List<ContentChange> changes) {
        if (!Objects.equals(before, after)) {
            changes.add(new ContentChange(field, before, after, null));
        }
    }

    private static List<WordChange> words(String before, String after) {
        List<String> old = List.of(before.split("(?<=\\s)"));
        List<WordChange> words = new ArrayList<>();
        int done = 0;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(old, List.of(after.split("(?<=\\s)"))).getDeltas()) {
            int at = delta.getSource().getPosition();
            add(WordChange.Kind.KEPT, old.subList(done, at), words);
            if (delta.getType() != DeltaType.EQUAL) {
                add(WordChange.Kind.REMOVED, delta.getSource().getLines(), words);
                add(WordChange.Kind.ADDED, delta.getTarget().getLines(), words);
            }
            done = at + delta.getSource().size();
        }
        add(WordChange.Kind.KEPT, old.subList(done, old.size()), words);
        return words;
    }

    private static void add(WordChange.Kind kind, List<String> run, List<WordChange> words) {
        String text = String.join("", run);
        if (!text.isEmpty()) {
            words.add(new WordChange(kind, text));
        }
    }
}
