package dev.vestnik.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sends requests as fast as they are answered, by a number of clients at once.
public final class Load {

    /// What a machine did under load.
    ///
    /// @param perSecond answers
    /// @param median milliseconds
    /// @param p99 milliseconds
    public record Result(double perSecond, double median, double p99) {

        static Result of(long[] nanos, double seconds) {
            Arrays.sort(nanos);
            return new Result(
                    nanos.length / seconds,
                    nanos[nanos.length / 2] / 1e6,
                    nanos[(int) (nanos.length * 0.99)] / 1e6);
        }
    }

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern LATENCY = Pattern.compile("\\s(50|99)%\\s+([\\d.]+)(us|ms|s)");
    private static final Pattern BAD =
            Pattern.compile("Non-2xx or 3xx responses: (\\d+)|timeout (\\d+)");

    private Load() {}

    /// Of a server, by `wrk`, over some paths in turn.
    ///
    /// @throws IllegalStateException where an answer was an error
    public static Result onServer(Server server, List<String> paths, int clients, int seconds)
            throws IOException, InterruptedException {
        Path script = Files.createTempFile("paths", ".lua");
        StringBuilder lua = new StringBuilder("local paths = {\n");
        paths.forEach(path -> lua.append('"').append(path).append("\",\n"));
        lua.append("}\nlocal n = 0\nrequest = function()\n  n = n % #paths + 1\n")
                .append("  return wrk.format('GET', paths[n])\nend\n");
        Files.writeString(script, lua);
        Process wrk =
                new ProcessBuilder(
                                "wrk",
                                "-t1",
                                "-c" + clients,
                                "-d" + seconds + "s",
                                "--timeout",
                                "10s",
                                "--latency",
                                "-s",
                                script.toString(),
                                server.uri("/"))
                        .redirectErrorStream(true)
                        .start();
        String told = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        Files.delete(script);
        if (BAD.matcher(told).find() || !RATE.matcher(told).find()) {
            throw new IllegalStateException(told);
        }
        return new Result(number(RATE.matcher(told)), latency(told, "50"), latency(told, "99"));
    }

    /// Of some work in this process.
    public static Result inProcess(List<Callable<Long>> work, int clients, int seconds)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            List<Callable<long[]>> loops =
                    java.util.stream.IntStream.range(0, clients)
                            .mapToObj(client -> (Callable<long[]>) () -> loop(work, client, end))
                            .toList();
            long began = System.nanoTime();
            List<Future<long[]>> done = threads.invokeAll(loops);
            double took = (System.nanoTime() - began) / 1e9;
            long[] all = {};
            for (Future<long[]> one : done) {
                long[] more = one.get();
                all = Arrays.copyOf(all, all.length + more.length);
                System.arraycopy(more, 0, all, all.length - more.length, more.length);
            }
            return Result.of(all, took);
        } finally {
            threads.shutdownNow();
        }
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

    private static double number(Matcher found) {
        found.find();
        return Double.parseDouble(found.group(1));
    }

    private static double latency(String told, String percent) {
        Matcher line = LATENCY.matcher(told);
        while (line.find()) {
            if (line.group(1).equals(percent)) {
                double value = Double.parseDouble(line.group(2));
                return switch (line.group(3)) {
                    case "us" -> value / 1000;
                    case "s" -> value * 1000;
                    default -> value;
                };
            }
        }
        throw new IllegalStateException(told);
    }
}
