package dev.vestnik.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Collects what was measured: a table to read, and JSON for what comes after.
final class Report {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode figures = JSON.createObjectNode();
    private final StringBuilder table = new StringBuilder("| what | figure |\n| --- | --- |\n");

    void add(String name, String what, double figure, String unit) {
        figures.put(name, figure);
        String written =
                figure >= 100
                        ? String.format(Locale.ROOT, "%,.0f", figure)
                        : String.format(Locale.ROOT, "%.2f", figure);
        String line = "| " + what + " | " + written + (unit.isEmpty() ? "" : " " + unit) + " |";
        table.append(line).append('\n');
        System.out.println(line);
    }

    void write(Path directory, String name) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(
                directory.resolve(name + ".json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(figures));
        Files.writeString(directory.resolve(name + ".md"), table);
    }
}
