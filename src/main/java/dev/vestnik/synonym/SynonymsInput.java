package dev.vestnik.synonym;

import dev.vestnik.edge.InputError;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;

/// All synonyms of a locale as an editor sends them, tidied.
@Schema(name = "SynonymsInput")
record SynonymsInput(
        @Schema(
                        description =
                                "Entries of one group mean the same. An entry is a word or a phrase of at"
                                        + " most 100 characters and 5 words; it stands once in a group,"
                                        + " whatever its case and accents, and ё is е. It may stand in several"
                                        + " groups: each is for itself.",
                        examples = "[[\"ВОЗ\", \"Всемирная организация здравоохранения\"]]")
                @NotNull
                @Size(max = 2000)
                List<
                                @NotNull @Size(min = 2, max = 20) List<
                                        @NotBlank @CodePointLength(max = 100) String>>
                        groups) {

    private static final int MOST_WORDS = 5;

    /// More errors at once help nobody.
    private static final int MOST_ERRORS = 50;

    SynonymsInput {
        if (groups != null) {
            groups = tidied(groups);
        }
    }

    private static List<List<String>> tidied(List<List<String>> groups) {
        List<List<String>> tidied = new ArrayList<>(groups.size());
        for (List<String> group : groups) {
            tidied.add(group == null ? group : tidiedEntries(group));
        }
        return tidied;
    }

    private static List<String> tidiedEntries(List<String> group) {
        List<String> tidied = new ArrayList<>(group.size());
        for (String entry : group) {
            tidied.add(entry == null ? entry : SynonymEntry.tidy(entry));
        }
        return tidied;
    }

    /// Lets groups pass that keep the rules which no constraint tells.
    ///
    /// @throws Problem 422 that names the entries which break one
    void requireRules() {
        List<InputError> errors = new ArrayList<>();
        for (int group = 0; group < groups.size() && errors.size() < MOST_ERRORS; group++) {
            check("/groups/" + group, groups.get(group), errors);
        }
        if (!errors.isEmpty()) {
            throw Problem.of(ProblemType.VALIDATION_FAILED, errors);
        }
    }

    private static void check(String pointer, List<String> group, List<InputError> errors) {
        Map<String, Integer> seen = new HashMap<>();
        for (int place = 0; place < group.size(); place++) {
            String entry = group.get(place);
            String at = pointer + '/' + place;
            if (!SynonymEntry.isReadable(entry)) {
                errors.add(InputError.at(at, "NO_WORD", "must have a letter or a digit"));
                continue;
            }
            if (SynonymEntry.words(entry) > MOST_WORDS) {
                errors.add(
                        InputError.at(
                                at,
                                "TOO_MANY_WORDS",
                                "must have at most " + MOST_WORDS + " words"));
            }
            Integer first = seen.putIfAbsent(SynonymEntry.key(entry), place);
            if (first != null) {
                errors.add(
                        InputError.at(at, "REPEATED", "is the same as " + pointer + '/' + first));
            }
        }
    }
}
