package dev.vestnik.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Two sides measured by turns, so that what else the machine does meets both; the median counts.
/// Each has first run until it grew no faster: a JVM under load compiles for a minute and more.
///
/// @param ours of the program
/// @param theirs of the yardstick
record Duel(Load.Result ours, Load.Result theirs) {

    /// So many runs in a row that were no faster than one before: it is warm. The compiler comes in
    /// waves, with half a minute between two.
    private static final int LEVEL = 20;

    /// What counts as faster.
    private static final double MORE = 1.03;

    /// Something to be measured.
    interface Side {
        Load.Result run(int seconds) throws Exception;
    }

    static Duel between(Side ours, Side theirs) throws Exception {
        warmUp(ours);
        warmUp(theirs);
        List<Load.Result> first = new ArrayList<>();
        List<Load.Result> second = new ArrayList<>();
        for (int i = 0; i < Settings.REPEATS; i++) {
            first.add(ours.run(Settings.SECONDS));
            second.add(theirs.run(Settings.SECONDS));
        }
        return new Duel(median(first), median(second));
    }

    /// One side alone, measured in the same way.
    static Load.Result alone(Side side) throws Exception {
        warmUp(side);
        List<Load.Result> results = new ArrayList<>();
        for (int i = 0; i < Settings.REPEATS; i++) {
            results.add(side.run(Settings.SECONDS));
        }
        return median(results);
    }

    private static void warmUp(Side side) throws Exception {
        double fastest = 0;
        int level = 0;
        for (int ran = 0; ran < Settings.WARM_UP && level < LEVEL; ran += Settings.SECONDS) {
            double now = side.run(Settings.SECONDS).perSecond();
            if (now < fastest * MORE) {
                level++;
            } else {
                fastest = now;
                level = 0;
            }
        }
    }

    private static Load.Result median(List<Load.Result> results) {
        return results.stream()
                .sorted(Comparator.comparingDouble(Load.Result::perSecond))
                .toList()
                .get(results.size() / 2);
    }
}
