import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Starts a packaged program on a database of its own, and lists beside it the classes that it
/// loaded until its first answer; `ClassesAhead` loads them ahead of the next starts.
///
///     java src/packaging/java/StartedClasses.java target/quarkus-app
final class StartedClasses {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);
    private static final String PATH = "/api/v1/news";

    /// A class that came from a file: neither from the JVM's own archive nor made at run time.
    private static final Pattern LOADED = Pattern.compile(" (\\S+) source: (?:file|jrt):/");

    private final Path program;
    private final Path scratch;
    private final int port;

    private StartedClasses(Path program, Path scratch) throws IOException {
        this.program = program;
        this.scratch = scratch;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    public static void main(String... args) throws Exception {
        Path directory = Path.of(args[0]).toAbsolutePath();
        Path program = directory.resolve("quarkus-run.jar");
        if (!Files.exists(program)) {
            System.out.println("No " + program.getFileName() + ": no classes are listed.");
            return;
        }
        Path list = directory.resolve("vestnik.classes");
        Files.deleteIfExists(list);
        Path scratch = Files.createTempDirectory("vestnik");
        try {
            Set<String> names = new StartedClasses(program, scratch).names();
            Files.write(list, names);
            System.out.println(names.size() + " classes are listed in " + list.getFileName() + ".");
        } finally {
            delete(scratch);
        }
    }

    /// The first start makes the database: what that takes is not needed by those after it.
    private Set<String> names() throws Exception {
        Path loaded = scratch.resolve("loaded");
        start();
        start("-Xlog:class+load:file=" + loaded.getFileName());
        return names(loaded);
    }

    /// Lets it run until its first answer.
    private void start(String... options) throws Exception {
        Path log = scratch.resolve("log");
        Process process = launch(log, options);
        Thread end = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(end);
        try {
            long began = System.nanoTime();
            while (!isAnswered()) {
                if (!process.isAlive() || System.nanoTime() - began > PATIENCE_NANOS) {
                    throw new IllegalStateException(
                            "The program did not start:\n" + Files.readString(log));
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } finally {
            process.destroy();
            process.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }

    /// Nothing of this build's surroundings reaches it: they may name a database that is in use.
    private Process launch(Path log, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", program.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> surroundings = builder.environment();
        surroundings.keySet().removeIf(name -> !name.matches("(?i)PATH|TE?MP(DIR)?|SystemRoot"));
        surroundings.put("VESTNIK_DATA_DIR", scratch.resolve("data").toString());
        surroundings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        surroundings.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        return builder.directory(scratch.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private boolean isAnswered() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection)
                            URI.create("http://127.0.0.1:" + port + PATH).toURL().openConnection();
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    private static Set<String> names(Path loaded) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (String line : Files.readAllLines(loaded, StandardCharsets.UTF_8)) {
            Matcher found = LOADED.matcher(line);
            if (found.find() && !found.group(1).contains("/")) {
                names.add(found.group(1));
            }
        }
        return names;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
