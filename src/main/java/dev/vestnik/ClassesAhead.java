package dev.vestnik;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Loads and links what a start will link, on a thread of its own: the start runs on one thread,
/// and mostly waits for its classes. The build lists them beside the packaged program.
final class ClassesAhead {

    private static final Logger LOG = Logger.getLogger(ClassesAhead.class);
    private static final String PROGRAM = "quarkus-run.jar";
    private static final String LIST = "vestnik.classes";

    private ClassesAhead() {}

    /// Begins, and does not wait. Nothing happens without a list, or where a second thread would
    /// have no processor.
    static void load() {
        String program = System.getProperty("java.class.path");
        if (!program.endsWith(PROGRAM) || Runtime.getRuntime().availableProcessors() == 1) {
            return;
        }
        Path list = Path.of(program).resolveSibling(LIST);
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        Thread ahead = new Thread(() -> load(list, loader), "classes-ahead");
        ahead.setDaemon(true);
        ahead.start();
    }

    private static void load(Path list, ClassLoader loader) {
        List<String> names;
        try {
            names = Files.readAllLines(list);
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            LOG.warn("The list of classes cannot be read; the start takes longer.", e);
            return;
        }
        String unused = unusedDatabase();
        for (String name : names) {
            if (unused != null && name.startsWith(unused)) {
                continue;
            }
            try {
                // To ask for constructors links the class; it is not initialized.
                Object linked = Class.forName(name, false, loader).getDeclaredConstructors();
            } catch (ClassNotFoundException | LinkageError e) {
                LOG.tracef(e, "Not loaded ahead: %s", name);
            }
        }
    }

    /// The package of H2, which the list was made with, where another database is named as README
    /// says; null where H2 is used, or that is not known so early.
    private static @Nullable String unusedDatabase() {
        String url =
                System.getProperty(
                        "quarkus.datasource.jdbc.url",
                        System.getenv("QUARKUS_DATASOURCE_JDBC_URL"));
        return url == null || url.startsWith("jdbc:h2:") ? null : "org.h2.";
    }
}
