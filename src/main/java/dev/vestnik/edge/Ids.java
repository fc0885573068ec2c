package dev.vestnik.edge;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/// New ids: UUIDs of version 7 (RFC 9562), which sort by the time at which they were made.
public final class Ids {

    private Ids() {}

    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /// The same of a random source that could be guessed: for what only tells things apart.
    static UUID quick() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long version = 7;
        long variant = 2;
        return new UUID(
                System.currentTimeMillis() << 16 | version << 12 | random.nextLong() >>> 52,
                variant << 62 | random.nextLong() >>> 2);
    }

    /// The path parameter as an id.
    ///
    /// @throws Problem 404 where it is none, as nothing can stand there
    public static UUID path(String value, String what) {
        try {
            UUID id = UUID.fromString(value);
            if (id.toString().equalsIgnoreCase(value)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw Problem.of(
                ProblemType.NOT_FOUND,
                what + " " + shortened(value) + " was not found: ids are UUIDs.");
    }

    /// Whether a path parameter has the form of an id.
    public static boolean isId(String value) {
        return value.length() == 36
                && value.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
