package dev.vestnik.packaged;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;

import dev.vestnik.testing.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No password, key, token or preview secret in any log, error or audit line. Runs when all other
/// tests have, on all databases, and looks through what they have left under `target/logs`.
class SecretsStayOutIT {

    /// The one line that is meant to tell a password.
    private static final Pattern FIRST_PASSWORD =
            Pattern.compile("made the user admin with the password (\\S+) \\(shown this once\\)");

    /// What is a secret by its form, whoever made it.
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.");

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "packaged"})
    void every_run_has_left_secrets_logs_problems_and_audit_lines(String run) throws IOException {
        String log =
                String.join(
                        "\n",
                        logs().stream()
                                .filter(file -> file.getFileName().toString().startsWith(run))
                                .map(SecretsStayOutIT::text)
                                .toList());

        assertThat(log, containsString("started in"));
        for (String kind : List.of("problems", "audit")) {
            Path file = Secrets.LOGS.resolve(run + "-" + kind + ".log");
            assertThat(file.toString(), text(file).lines().count(), greaterThan(3L));
        }
        assertThat(text(Secrets.KEPT.resolve(run + ".txt")).lines().count(), greaterThan(3L));
    }

    @Test
    void none_of_them_stands_where_it_must_not() throws IOException {
        Map<String, List<String>> secrets = secrets();
        List<String> leaks = new ArrayList<>();

        for (Path file : logs()) {
            List<String> lines = text(file).lines().toList();
            for (int n = 0; n < lines.size(); n++) {
                if (tells(lines.get(n), secrets)) {
                    leaks.add(file + ":" + (n + 1));
                }
            }
        }

        assertThat(secrets.keySet(), not(empty()));
        assertThat("Places of secrets", leaks, empty());
    }

    /// Those that were kept, and the first administrators' passwords, by how they begin.
    private static Map<String, List<String>> secrets() throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(Secrets.KEPT)) {
            files.forEach(file -> text(file).lines().forEach(all::add));
        }
        for (Path file : logs()) {
            Matcher told = FIRST_PASSWORD.matcher(text(file));
            while (told.find()) {
                all.add(told.group(1));
            }
        }
        Map<String, List<String>> byBeginning = new HashMap<>();
        for (String secret : all) {
            byBeginning
                    .computeIfAbsent(
                            secret.substring(0, Secrets.SHORTEST), beginning -> new ArrayList<>())
                    .add(secret);
        }
        return byBeginning;
    }

    private static boolean tells(String line, Map<String, List<String>> secrets) {
        String rest = FIRST_PASSWORD.matcher(line).replaceFirst("");
        for (int at = 0; at + Secrets.SHORTEST <= rest.length(); at++) {
            int from = at;
            if (secrets.getOrDefault(rest.substring(at, at + Secrets.SHORTEST), List.of()).stream()
                    .anyMatch(secret -> rest.startsWith(secret, from))) {
                return true;
            }
        }
        return JWT.matcher(rest).find();
    }

    private static List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(Secrets.LOGS)) {
            return files.sorted().toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
