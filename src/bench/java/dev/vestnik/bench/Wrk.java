package dev.vestnik.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The load generator of that name, where the machine has it.
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern LATENCY = Pattern.compile("\\s(50|99)%\\s+([\\d.]+)(us|ms|s)");
    private static final Pattern BAD =
            Pattern.compile("Non-2xx or 3xx responses: (\\d+)|timeout (\\d+)");

    private Wrk() {}

    static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "wrk")));
    }

    /// @throws IllegalStateException where an answer was an error
    static Load.Result run(String base, List<Ask> asks, int clients, int seconds)
            throws IOException, InterruptedException {
        Path script = Files.createTempFile("asks", ".lua");
        Files.writeString(script, script(asks));
        try {
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
                                    base)
                            .redirectErrorStream(true)
                            .start();
            String told = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            wrk.waitFor();
            Matcher rate = RATE.matcher(told);
            if (BAD.matcher(told).find() || !rate.find()) {
                throw new IllegalStateException(told);
            }
            return new Load.Result(
                    Double.parseDouble(rate.group(1)), latency(told, "50"), latency(told, "99"));
        } finally {
            Files.delete(script);
        }
    }

    /// The requests are made once, so that the generator takes as little of the machine as it can.
    private static String script(List<Ask> asks) {
        StringBuilder lua = new StringBuilder("local asks\nfunction init()\n  asks = {\n");
        for (Ask ask : asks) {
            lua.append("wrk.format('GET', \"").append(ask.path()).append("\", {");
            if (ask.ifNoneMatch() != null) {
                lua.append("['If-None-Match'] = '").append(ask.ifNoneMatch()).append('\'');
            }
            lua.append("}),\n");
        }
        return lua.append("  }\nend\nlocal n = 0\nfunction request()\n  n = n % #asks + 1\n")
                .append("  return asks[n]\nend\n")
                .toString();
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
