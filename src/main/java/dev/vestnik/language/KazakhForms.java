package dev.vestnik.language;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/// Stems of Kazakh nouns: suffixes are taken off from the end in the order in which they are put on
/// (plural, possessive, case), as far as harmony and assimilation allow each.
///
/// No free dictionary tells when to stop, so every stage is a stem: кітаптарымызда is also
/// кітаптарымыз, кітаптар and кітап. Two forms of a word share at least one.
final class KazakhForms {

    private static final int SHORTEST_STEM = 2;

    /// From here on a long suffix is no chance, and what it ends in is none of its own: қаланың has
    /// ның, not ың.
    private static final int SHORTEST_CERTAIN = 3;

    private KazakhForms() {}

    static Forms of(String form) {
        Set<String> stems = new LinkedHashSet<>();
        Deque<Stage> open = new ArrayDeque<>();
        open.add(new Stage(form, KazakhSuffix.Place.values().length));
        while (!open.isEmpty()) {
            Stage stage = open.remove();
            if (stems.add(stage.stem) && !KazakhWholes.has(stage.stem)) {
                strip(stage, open);
            }
        }
        return new Forms(Set.of(), stems, Word.Known.NOT);
    }

    private static void strip(Stage stage, Deque<Stage> open) {
        boolean found = false;
        for (KazakhSuffix suffix : KazakhSuffix.endingOf(stage.stem)) {
            int cut = stage.stem.length() - suffix.text().length();
            if (suffix.place().ordinal() >= stage.before
                    || cut < SHORTEST_STEM
                    || found && !suffix.isTheirs()
                    || !stage.stem.endsWith(suffix.text())) {
                continue;
            }
            String stem = stage.stem.substring(0, cut);
            if (KazakhSounds.isSyllable(stem) && suffix.follows(stem)) {
                found |= cut >= SHORTEST_CERTAIN && !suffix.isAmbiguous(stem);
                open.add(new Stage(stem, suffix.place().ordinal()));
                if (suffix.changesStem()) {
                    for (String whole : KazakhSounds.unchanged(stem)) {
                        open.add(new Stage(whole, suffix.place().ordinal()));
                    }
                }
            }
        }
    }

    /// What is left, from which only suffixes of an earlier place may still be taken.
    private record Stage(String stem, int before) {}
}
