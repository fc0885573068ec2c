package dev.vestnik.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/// Does several things at the same moment, each on a thread of its own.
public final class Parallel {

    private static final int PATIENCE_SECONDS = 60;

    private Parallel() {}

    /// Starts `count` tasks together, and gives their outcomes in the order of their numbers.
    public static <T> List<T> times(int count, IntFunction<T> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(count);
        List<Callable<T>> tasks = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            int number = n;
            tasks.add(() -> {
                start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return task.apply(number);
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<T> outcomes = new ArrayList<>();
            for (Future<T> outcome : threads.invokeAll(tasks)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
