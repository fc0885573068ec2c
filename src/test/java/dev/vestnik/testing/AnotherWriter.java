package dev.vestnik.testing;

import dev.vestnik.database.OneWriter;
import java.util.concurrent.CountDownLatch;

/// Somebody who has the turn to write to H2, and keeps it.
public final class AnotherWriter {

    private AnotherWriter() {}

    /// Does something meanwhile.
    public static void during(OneWriter writer, Runnable work) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread other =
                new Thread(() ->
                        writer.inTurn(() -> {
                            begun.countDown();
                            try {
                                done.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return true;
                        }));
        other.start();
        begun.await();
        try {
            work.run();
        } finally {
            done.countDown();
            other.join();
        }
    }
}
