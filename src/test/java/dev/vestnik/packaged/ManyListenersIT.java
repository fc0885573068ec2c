package dev.vestnik.packaged;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.testing.Measuring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 2 000 who listen and are told little: what they cost is printed, that all of them hear it and
/// none is dropped must be so.
class ManyListenersIT {

    private static final int LISTENERS = 2000;
    private static final Pattern HEAP =
            Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\",[^}]*} (\\S+)");
    private static final String DRAFT =
            """
            {"locale": "ru", "title": "Всем", "body": {"format": "html", "content": "<p>Текст</p>"}}\
            """;

    @TempDir Path directory;

    @Test
    void two_thousand_hear_of_one_publication_and_stay() throws Exception {
        try (Program program =
                        Program.start(
                                directory,
                                Map.of(
                                        "VESTNIK_EVENTS_HEART_BEAT", "2S",
                                        "QUARKUS_HTTP_IDLE_TIMEOUT", "5S"));
                Crowd crowd = new Crowd(program.port(), "/api/v1/events", LISTENERS)) {
            String id = draft(program);
            measure("nobody listens", program);

            long began = System.nanoTime();
            crowd.come();
            crowd.await("retry: 3000", 1);
            Measuring.say("%d came within %d ms", LISTENERS, since(began));
            measure(LISTENERS + " listen", program);

            began = System.nanoTime();
            program.send("POST", "/api/v1/news/" + id + "/publish", "");
            Measuring.say("the publisher had the answer within %d ms", since(began));
            crowd.await("event: news.published", 1);
            Measuring.say("all %d had heard of it within %d ms", LISTENERS, since(began));

            crowd.await(":\n", 6);
            assertThat("Those who were dropped", crowd.ended(), equalTo(0));
            measure("all had six heart-beats", program);

            began = System.nanoTime();
            program.stop();
            Measuring.say("the program ended within %d ms", since(began));
            crowd.awaitEnd();
            crowd.await("\r\n0\r\n\r\n", 1);
        }
    }

    private static String draft(Program program) throws Exception {
        String created = program.send("POST", "/api/v1/news", DRAFT).body();
        return new ObjectMapper().readTree(created).path("id").asText();
    }

    private static long since(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private static void measure(String when, Program program) throws Exception {
        Measuring.say(
                "%s: %d MiB of the system, %d MiB of live heap",
                when, residentMebibytes(program), heapMebibytes(program));
    }

    /// What the system counts as the program's; 0 where it does not tell.
    private static long residentMebibytes(Program program) throws IOException {
        Path status = Path.of("/proc/" + program.pid() + "/status");
        return Files.exists(status)
                ? Files.readString(status)
                                .lines()
                                .filter(line -> line.startsWith("VmRSS:"))
                                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                                .sum()
                        >> 10
                : 0;
    }

    private static long heapMebibytes(Program program) throws Exception {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (Files.exists(jcmd)) {
            new ProcessBuilder(jcmd.toString(), String.valueOf(program.pid()), "GC.run")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
        Matcher pools = HEAP.matcher(program.send("GET", "/q/metrics", "").body());
        double bytes = 0;
        while (pools.find()) {
            bytes += Double.parseDouble(pools.group(1));
        }
        return (long) bytes >> 20;
    }
}
