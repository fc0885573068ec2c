import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Starts a packaged program on a database of its own, and lists beside it the classes that it
/// linked until its first answer; `ClassesAhead` links them ahead of the next starts.
///
/// A third of what a start loads it never links. To link these too would take longer than is won:
/// the bytecode of each is verified.
///
///     java src/packaging/java/StartedClasses.java target/quarkus-app
final class StartedClasses {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);
    private static final String PATH = "/api/v1/news";

    /// A class that came from a file: neither from the JVM's own archive nor made at run time.
    private static final Pattern LOADED = Pattern.compile(" (\\S+) source: (?:file|jrt):/");

    /// The JVM verifies each class that it links, but for some of its own.
    private static final Pattern LINKED = Pattern.compile("Start class verification for: (\\S+)");

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
        Path classes = scratch.resolve("classes");
        Files.createFile(classes);
        start(classes);
        return names(
                start(classes, "-Xlog:class+load,class+init=info:file=" + classes.getFileName()));
    }

    /// Lets it run until its first answer.
    ///
    /// @return what it had said of its classes by then: it needs others to do what it does beside
    ///   answers, and to end
    private List<String> start(Path classes, String... options) throws Exception {
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
            return Files.readAllLines(classes);
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

    private static Set<String> names(List<String> classes) {
        Set<String> loaded = new LinkedHashSet<>();
        Set<String> linked = new HashSet<>();
        for (String line : classes) {
            add(LOADED.matcher(line), loaded);
            add(LINKED.matcher(line), linked);
        }
        loaded.retainAll(linked);
        return loaded;
    }

    private static void add(Matcher name, Set<String> names) {
        if (name.find() && !name.group(1).contains("/")) {
            names.add(name.group(1));
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
