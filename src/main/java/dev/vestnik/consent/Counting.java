package dev.vestnik.consent;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts of each kind, and what may be told of them. Pure.
final class Counting {

    private static final double PLACES = 10_000;

    private final Map<Tally.What, Long> counts = new EnumMap<>(Tally.What.class);

    void add(Tally.What what, long count) {
        counts.merge(what, count, Long::sum);
    }

    /// A count, or null where it is small but not 0.
    private @Nullable Long told(Tally.What what, int smallest) {
        long count = counts.getOrDefault(what, 0L);
        return count > 0 && count < smallest ? null : Long.valueOf(count);
    }

    Stats.Counts counts(int smallest) {
        Map<Tally.What, Long> told = new EnumMap<>(Tally.What.class);
        for (Tally.What what : Tally.What.values()) {
            Long count = told(what, smallest);
            if (count != null) {
                told.put(what, count);
            }
        }
        return view(told);
    }

    /// The sums of rows. One is told only where each of its parts is.
    static Stats.Counts total(Collection<Counting> rows, int smallest) {
        Map<Tally.What, Long> told = new EnumMap<>(Tally.What.class);
        for (Tally.What what : Tally.What.values()) {
            if (rows.stream().allMatch(row -> row.told(what, smallest) != null)) {
                told.put(
                        what,
                        rows.stream().mapToLong(row -> row.counts.getOrDefault(what, 0L)).sum());
            }
        }
        return view(told);
    }

    private static Stats.Counts view(Map<Tally.What, Long> told) {
        return new Stats.Counts(
                told.get(Tally.What.SHOWN),
                told.get(Tally.What.ACCEPTED),
                told.get(Tally.What.REFUSED),
                told.get(Tally.What.CUSTOM),
                told.get(Tally.What.ACKNOWLEDGED),
                told.get(Tally.What.WITHDRAWN),
                new Stats.Rates(
                        rate(told, Tally.What.ACCEPTED),
                        rate(told, Tally.What.REFUSED),
                        rate(told, Tally.What.CUSTOM),
                        rate(told, Tally.What.WITHDRAWN)),
                !told.keySet().containsAll(Arrays.asList(Tally.What.values())));
    }

    private static @Nullable Double rate(Map<Tally.What, Long> told, Tally.What what) {
        Long shown = told.get(Tally.What.SHOWN);
        Long count = told.get(what);
        return shown == null || count == null || shown == 0
                ? null
                : Double.valueOf(Math.round(PLACES * count / shown) / PLACES);
    }
}
