package dev.vestnik.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Two sides measured by turns, so that what else the machine does meets both; the median counts.
///
/// @param ours of the program
/// @param theirs of the yardstick
record Duel(Load.Result ours, Load.Result theirs) {

    /// Something to be measured.
    interface Side {
        Load.Result run(int seconds) throws Exception;
    }

    static Duel between(Side ours, Side theirs) throws Exception {
        ours.run(Settings.WARM_UP);
        theirs.run(Settings.WARM_UP);
        List<Load.Result> first = new ArrayList<>();
        List<Load.Result> second = new ArrayList<>();
        for (int i = 0; i < Settings.REPEATS; i++) {
            first.add(ours.run(Settings.SECONDS));
            second.add(theirs.run(Settings.SECONDS));
        }
        return new Duel(median(first), median(second));
    }

    static Load.Result median(List<Load.Result> results) {
        return results.stream()
                .sorted(Comparator.comparingDouble(Load.Result::perSecond))
                .toList()
                .get(results.size() / 2);
    }
}
