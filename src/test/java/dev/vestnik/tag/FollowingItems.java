package dev.vestnik.tag;

import jakarta.enterprise.inject.spi.CDI;

/// Lets items follow the tags that go, for tests of other rooms.
public final class FollowingItems {

    /// More than follow a tag at once.
    public static final int MANY = TagRemoval.FEW + 150;

    private FollowingItems() {}

    /// Some follow.
    ///
    /// @return whether there may be more
    public static boolean some() {
        return CDI.current().select(RetaggingWorker.class).get().goOn();
    }

    /// All follow.
    public static void all() {
        while (some()) {
            continue;
        }
    }
}
