package dev.vestnik.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Sends requests as fast as they are answered, by a number of clients at once.
final class Load {

    /// What a machine did under load.
    ///
    /// @param perSecond answers
    /// @param median milliseconds
    /// @param p99 milliseconds
    record Result(double perSecond, double median, double p99) {

        static Result of(long[] nanos, double seconds) {
            Arrays.sort(nanos);
            return new Result(
                    nanos.length / seconds,
                    nanos[nanos.length / 2] / 1e6,
                    nanos[(int) (nanos.length * 0.99)] / 1e6);
        }
    }

    /// Kept from one run to the next, as their connections are.
    private static final ExecutorService THREADS =
            Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "load");
                thread.setDaemon(true);
                return thread;
            });

    private Load() {}

    /// Of a server over some requests in turn.
    ///
    /// @param base such as `http://127.0.0.1:8080`
    /// @throws IllegalStateException where an answer was an error
    static Result onServer(String base, List<Ask> asks, int clients, int seconds) throws Exception {
        return Wrk.isThere()
                ? Wrk.run(base, asks, clients, seconds)
                : VertxLoad.run(base, asks, clients, seconds);
    }

    /// The same over paths.
    static Result onServer(Server server, List<String> paths, int clients, int seconds)
            throws Exception {
        return onServer(server.base(), paths.stream().map(Ask::of).toList(), clients, seconds);
    }

    /// Of some work in this process.
    static Result inProcess(List<Callable<Long>> work, int clients, int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Callable<long[]>> loops =
                java.util.stream.IntStream.range(0, clients)
                        .mapToObj(client -> (Callable<long[]>) () -> loop(work, client, end))
                        .toList();
        long began = System.nanoTime();
        List<Future<long[]>> done = THREADS.invokeAll(loops);
        double took = (System.nanoTime() - began) / 1e9;
        long[] all = {};
        for (Future<long[]> one : done) {
            long[] more = one.get();
            all = Arrays.copyOf(all, all.length + more.length);
            System.arraycopy(more, 0, all, all.length - more.length, more.length);
        }
        return Result.of(all, took);
    }

    private static long[] loop(List<Callable<Long>> work, int client, long end) throws Exception {
        long[] took = new long[1024];
        int n = 0;
        int next = client * 7;
        long at = System.nanoTime();
        while (at < end) {
            work.get(next++ % work.size()).call();
            long now = System.nanoTime();
            if (n == took.length) {
                took = Arrays.copyOf(took, n * 2);
            }
            took[n++] = now - at;
            at = now;
        }
        return Arrays.copyOf(took, n);
    }
}
