package dev.vestnik.news;

import jakarta.enterprise.inject.spi.CDI;

/// Lets the schedule's worker come by, for tests of other rooms.
public final class DueNews {

    private DueNews() {}

    /// Carries out what is due.
    public static void isCarriedOut() {
        CDI.current().select(ScheduleWorker.class).get().carryOut();
    }
}
