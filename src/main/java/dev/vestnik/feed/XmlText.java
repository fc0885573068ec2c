package dev.vestnik.feed;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// Writes XML 1.0 in UTF-8. Characters that XML cannot hold at all, even escaped, are left out.
final class XmlText {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter writer;
    private final Map<String, String> namespaces;

    private XmlText(XMLStreamWriter writer, Map<String, String> namespaces) {
        this.writer = writer;
        this.namespaces = namespaces;
    }

    /// A whole document, in memory.
    ///
    /// @param namespaces by their prefixes; under the empty one that of names without any
    static byte[] document(String root, Map<String, String> namespaces, Consumer<XmlText> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        write(bytes, root, namespaces, content);
        return bytes.toByteArray();
    }

    /// The same to a stream, which is left open.
    static void write(
            OutputStream out,
            String root,
            Map<String, String> namespaces,
            Consumer<XmlText> content) {
        try {
            // The buffer hides from StAX that bytes follow: it would look at each half of a pair by
            // itself, and not find it in the encoding.
            Writer text =
                    new BufferedWriter(
                            new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 14);
            XMLStreamWriter writer = FACTORY.createXMLStreamWriter(text);
            XmlText xml = new XmlText(writer, namespaces);
            writer.writeStartDocument("UTF-8", "1.0");
            xml.start(root);
            for (Map.Entry<String, String> namespace : new TreeMap<>(namespaces).entrySet()) {
                if (namespace.getKey().isEmpty()) {
                    writer.writeDefaultNamespace(namespace.getValue());
                } else {
                    writer.writeNamespace(namespace.getKey(), namespace.getValue());
                }
            }
            content.accept(xml);
            writer.writeEndDocument();
            writer.close();
            text.flush();
        } catch (XMLStreamException e) {
            throw unexpected(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An element with nothing but text in it; null leaves it out.
    ///
    /// @param attributes names and values in turn; null values leave theirs out
    XmlText element(String name, @Nullable String text, @Nullable String... attributes) {
        if (text != null) {
            start(name, attributes);
            try {
                writer.writeCharacters(legal(text));
            } catch (XMLStreamException e) {
                throw unexpected(e);
            }
            end();
        }
        return this;
    }

    /// An element with nothing in it.
    XmlText empty(String name, @Nullable String... attributes) {
        try {
            writer.writeEmptyElement(prefix(name), local(name), namespace(name));
            attributes(attributes);
        } catch (XMLStreamException e) {
            throw unexpected(e);
        }
        return this;
    }

    XmlText start(String name, @Nullable String... attributes) {
        try {
            writer.writeStartElement(prefix(name), local(name), namespace(name));
            attributes(attributes);
        } catch (XMLStreamException e) {
            throw unexpected(e);
        }
        return this;
    }

    XmlText end() {
        try {
            writer.writeEndElement();
        } catch (XMLStreamException e) {
            throw unexpected(e);
        }
        return this;
    }

    void attributes(@Nullable String... attributes) {
        try {
            for (int i = 0; i < attributes.length; i += 2) {
                String name = attributes[i];
                String value = attributes[i + 1];
                if (name != null && value != null) {
                    if (name.indexOf(':') < 0) {
                        writer.writeAttribute(name, legal(value));
                    } else {
                        writer.writeAttribute(
                                prefix(name), namespace(name), local(name), legal(value));
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw unexpected(e);
        }
    }

    private static String prefix(String name) {
        return name.substring(0, Math.max(0, name.indexOf(':')));
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private String namespace(String name) {
        String prefix = prefix(name);
        return prefix.equals(XMLConstants.XML_NS_PREFIX)
                ? XMLConstants.XML_NS_URI
                : namespaces.getOrDefault(prefix, XMLConstants.NULL_NS_URI);
    }

    /// XML 1.0, production 2.
    static String legal(String text) {
        if (text.codePoints().allMatch(XmlText::isLegal)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(XmlText::isLegal).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isLegal(int character) {
        return (character >= 0x20 && character <= 0xd7ff)
                || character == '\n'
                || character == '\t'
                || character == '\r'
                || (character >= 0xe000 && character <= 0xfffd)
                || character >= 0x10000;
    }

    private static IllegalStateException unexpected(XMLStreamException failure) {
        return new IllegalStateException("Memory takes what is written", failure);
    }
}
