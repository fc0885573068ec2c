package dev.vestnik.packaged;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassesAheadIT {

    private static final String LIST = "vestnik.classes";

    @TempDir Path directory;

    @Test
    void the_build_lists_the_classes_of_a_start() throws Exception {
        List<String> names = Files.readAllLines(Program.jar().resolveSibling(LIST));

        assertThat(
                names,
                hasItems(
                        "dev.vestnik.news.NewsResource",
                        "org.h2.Driver",
                        "org.hibernate.internal.SessionFactoryImpl"));
        assertThat(names, everyItem(matchesPattern("[\\w.$-]+")));
        assertThat(Set.copyOf(names), hasSize(names.size()));
    }

    @Test
    void what_is_listed_is_loaded_and_what_is_not_there_hinders_no_start() throws Exception {
        Path program = directory.resolve("program");
        Files.createDirectory(program);
        for (String part : List.of("app", "lib", "quarkus")) {
            Files.createSymbolicLink(
                    program.resolve(part), Program.jar().resolveSibling(part).toAbsolutePath());
        }
        Path jar = program.resolve("quarkus-run.jar");
        Files.copy(Program.jar(), jar);
        Files.write(
                program.resolve(LIST),
                List.of("", "no.such.Class", "\0 \uFFFD/[[", "org.h2.tools.Csv"));
        Path loaded = directory.resolve("loaded");

        try (Program started =
                Program.start(
                        jar,
                        directory,
                        Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + loaded))) {
            started.stop();
        }

        assertThat(Files.readString(loaded), containsString(" org.h2.tools.Csv source: "));
    }
}
