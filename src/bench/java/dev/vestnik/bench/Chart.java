package dev.vestnik.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Draws what was measured beside a yardstick: a bar for each ratio, and a line where it was wanted
/// to be.
final class Chart {

    private static final int WIDTH = 1000;
    private static final int ROW = 26;
    private static final int TOP = 48;
    private static final int LEFT = 470;

    /// Of a ratio of 1; what is longer than the paper is cut.
    private static final int ONE = 300;

    private static final int MOST = WIDTH - LEFT - 70;

    private final XMLStreamWriter svg;

    private Chart(XMLStreamWriter svg) {
        this.svg = svg;
    }

    static void write(Path file, List<Figure> figures) throws IOException, XMLStreamException {
        List<Figure> shown = figures.stream().filter(figure -> figure.yardstick() != null).toList();
        try (Writer text = Files.newBufferedWriter(file)) {
            XMLStreamWriter svg = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new Chart(svg).draw(shown);
            svg.close();
        }
    }

    private void draw(List<Figure> figures) throws XMLStreamException {
        int height = TOP + figures.size() * ROW + 16;
        svg.writeStartDocument("UTF-8", "1.0");
        svg.writeStartElement("svg");
        svg.writeDefaultNamespace("http://www.w3.org/2000/svg");
        svg.writeAttribute("viewBox", "0 0 " + WIDTH + " " + height);
        svg.writeAttribute("font-family", "sans-serif");
        svg.writeAttribute("font-size", "12");
        box(0, 0, WIDTH, height, "#ffffff");
        text(12, 24, "Vestnik beside its yardsticks: 1 is as much as the yardstick", "#222222");
        for (int n = 0; n < figures.size(); n++) {
            row(figures.get(n), TOP + n * ROW);
        }
        box(LEFT + ONE, TOP - 6, 1, height - TOP, "#888888");
        svg.writeEndElement();
        svg.writeEndDocument();
    }

    private void row(Figure figure, int y) throws XMLStreamException {
        int length = length(figure.ratio());
        text(12, y + 14, figure.what(), "#222222");
        box(LEFT, y, length, ROW - 8, figure.isMissed() ? "#c8553d" : "#2a7f62");
        text(
                LEFT + length + 6,
                y + 14,
                String.format(Locale.ROOT, "%.2f", figure.ratio()),
                "#222222");
        if (figure.wanted() != null) {
            box(LEFT + length(figure.wanted().bound()), y - 3, 2, ROW - 2, "#222222");
        }
    }

    private static int length(double ratio) {
        return (int) Math.min(MOST, Math.max(1, ratio * ONE));
    }

    private void box(int x, int y, int width, int height, String colour) throws XMLStreamException {
        svg.writeEmptyElement("rect");
        svg.writeAttribute("x", String.valueOf(x));
        svg.writeAttribute("y", String.valueOf(y));
        svg.writeAttribute("width", String.valueOf(width));
        svg.writeAttribute("height", String.valueOf(height));
        svg.writeAttribute("fill", colour);
    }

    private void text(int x, int y, String text, String colour) throws XMLStreamException {
        svg.writeStartElement("text");
        svg.writeAttribute("x", String.valueOf(x));
        svg.writeAttribute("y", String.valueOf(y));
        svg.writeAttribute("fill", colour);
        svg.writeCharacters(text);
        svg.writeEndElement();
    }
}
