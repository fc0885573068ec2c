package dev.vestnik.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Collects what was measured: a table and a chart to look at, and JSON for what comes after.
final class Report {

    private static final String HEAD =
            "| what | figure | beside | ratio | wanted |\n| --- | --- | --- | --- | --- |\n";

    private final List<Figure> figures = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /// Something of which nothing is promised.
    void add(String name, String what, double figure, String unit) {
        add(new Figure(name, what, figure, unit, null, null));
    }

    /// Something that has a bound of its own.
    void add(String name, String what, double figure, String unit, Wanted wanted) {
        add(new Figure(name, what, figure, unit, null, wanted));
    }

    /// Something beside a yardstick.
    ///
    /// @param wanted of the ratio; null where nothing is promised
    void add(
            String name,
            String what,
            double figure,
            String unit,
            String yardstick,
            double measured,
            @Nullable Wanted wanted) {
        add(
                new Figure(
                        name,
                        what,
                        figure,
                        unit,
                        new Figure.Yardstick(yardstick, measured),
                        wanted));
    }

    private void add(Figure figure) {
        figures.add(figure);
        System.out.println(figure.row());
    }

    /// A subject that could not be measured.
    void failed(String subject, Exception failure) {
        failures.add(subject + ": " + failure);
        System.out.println("FAILED " + subject);
        failure.printStackTrace(System.out);
    }

    boolean hasFailures() {
        return !failures.isEmpty();
    }

    /// Writes `benchmark.md`, `benchmark.json` and `benchmark.svg`, and prints the first.
    void write(Path directory) throws IOException, XMLStreamException {
        Files.createDirectories(directory);
        String table =
                Machine.described()
                        + "\n\n"
                        + HEAD
                        + figures.stream().map(Figure::row).collect(Collectors.joining("\n"))
                        + "\n";
        Files.writeString(directory.resolve("benchmark.md"), table);
        Files.writeString(directory.resolve("benchmark.json"), json());
        Chart.write(directory.resolve("benchmark.svg"), figures);
        System.out.println();
        System.out.println(table);
        failures.forEach(failure -> System.out.println("Could not be measured: " + failure));
        System.out.println("Written to " + directory.toAbsolutePath());
    }

    private String json() throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode all = json.createObjectNode();
        all.put("machine", Machine.described());
        for (Figure figure : figures) {
            ObjectNode one = all.withArray("figures").addObject();
            one.put("name", figure.name()).put("what", figure.what());
            one.put("value", figure.value()).put("unit", figure.unit());
            if (figure.yardstick() != null) {
                one.put("yardstick", figure.yardstick().what());
                one.put("yardstickValue", figure.yardstick().value()).put("ratio", figure.ratio());
            }
            if (figure.wanted() != null) {
                one.put("wanted", figure.wanted().written()).put("met", !figure.isMissed());
            }
        }
        failures.forEach(failure -> all.withArray("failures").add(failure));
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }
}
