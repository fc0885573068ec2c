package dev.vestnik.testing;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps every secret that tests send or are given, and beside them what must not have any: at the
/// end of the build `SecretsStayOutIT` looks for the ones in the others.
public final class Secrets {

    /// What the program and the tests left behind, to be looked through.
    public static final Path LOGS = Path.of("target", "logs");

    public static final Path KEPT = Path.of("target", "secrets");

    /// Shorter ones are words that may stand anywhere.
    public static final int SHORTEST = 12;

    private static final String RUN = System.getProperty("vestnik.test.run", "single");
    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();
    private static final Pattern SENT =
            Pattern.compile(
                    "\"(?:password|current|new|key|token|access_token|subjectToken|shownToken|secret)\""
                            + "\\s*:\\s*\"([^\"\\\\]*)\"");

    private Secrets() {}

    /// Keeps one. Of a JWT only the signature: the beginning is the same for all.
    public static void keep(@Nullable String secret) {
        if (secret == null) {
            return;
        }
        String telling =
                secret.startsWith("eyJ") ? secret.substring(secret.lastIndexOf('.') + 1) : secret;
        if (telling.length() >= SHORTEST && !telling.isBlank() && KNOWN.add(telling)) {
            append(KEPT.resolve(RUN + ".txt"), telling);
        }
    }

    /// Keeps those that stand in a JSON text.
    public static void keepAllIn(String json) {
        Matcher secret = SENT.matcher(json);
        while (secret.find()) {
            keep(secret.group(1));
        }
    }

    /// Leaves a line that must have no secret.
    ///
    /// @param kind such as `audit`
    public static void expose(String kind, String line) {
        append(LOGS.resolve(RUN + "-" + kind + ".log"), line);
    }

    private static synchronized void append(Path file, String line) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, line.replaceAll("\\R", " ") + "\n", CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
