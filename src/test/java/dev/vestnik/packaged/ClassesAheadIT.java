package dev.vestnik.packaged;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassesAheadIT {

    private static final String LIST = "vestnik.classes";
    private static final String LOADED_ALONE = "dev.vestnik.access.ApiKeyView";
    private static final String ONLY_H2 = "org.h2.tools.Csv";
    private static final String OPTIONS = "JDK_JAVA_OPTIONS";

    @TempDir Path directory;

    @Test
    void the_build_lists_the_classes_that_a_start_links() throws Exception {
        List<String> names = Files.readAllLines(Program.jar().resolveSibling(LIST));

        assertThat(
                names,
                hasItems(
                        "dev.vestnik.news.NewsResource",
                        "org.h2.Driver",
                        "org.hibernate.internal.SessionFactoryImpl"));
        assertThat("nobody has asked for one", names, not(hasItem(LOADED_ALONE)));
        assertThat(names, everyItem(matchesPattern("[\\w.$-]+")));
        assertThat(Set.copyOf(names), hasSize(names.size()));
    }

    @Test
    void what_is_listed_is_loaded_and_what_is_not_there_hinders_no_start() throws Exception {
        Path jar = listing("", "no.such.Class", "\0 \uFFFD/[[", ONLY_H2);
        Path loaded = directory.resolve("loaded");

        try (Program started = Program.start(jar, directory, Map.of(OPTIONS, logInto(loaded)))) {
            started.stop();
        }

        assertThat(Files.readString(loaded), containsString(" " + ONLY_H2 + " source: "));
    }

    /// No database is there: the program ends, which must not be sooner than the list does.
    @Test
    void what_belongs_to_a_database_that_is_not_used_is_not_loaded() throws Exception {
        Path jar = listing(ONLY_H2, "org.postgresql.fastpath.Fastpath");
        Path loaded = directory.resolve("loaded");

        try (Program started =
                Program.launch(
                        jar,
                        directory,
                        Map.of(
                                OPTIONS,
                                logInto(loaded),
                                "QUARKUS_DATASOURCE_JDBC_URL",
                                "jdbc:postgresql://127.0.0.1:1/none"))) {
            started.exit();
        }

        String classes = Files.readString(loaded);
        assertThat(classes, containsString(" org.postgresql.fastpath.Fastpath source: "));
        assertThat(classes, not(containsString(" " + ONLY_H2 + " source: ")));
    }

    /// A program that has another list.
    private Path listing(String... names) throws Exception {
        Path program = directory.resolve("program");
        Files.createDirectory(program);
        for (String part : List.of("app", "lib", "quarkus")) {
            Files.createSymbolicLink(
                    program.resolve(part), Program.jar().resolveSibling(part).toAbsolutePath());
        }
        Path jar = program.resolve("quarkus-run.jar");
        Files.copy(Program.jar(), jar);
        Files.write(program.resolve(LIST), List.of(names));
        return jar;
    }

    private static String logInto(Path file) {
        return "-Xlog:class+load:file=" + file;
    }
}
