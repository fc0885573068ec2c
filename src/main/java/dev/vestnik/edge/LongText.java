package dev.vestnik.edge;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.UTF8JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/// Writes a long text as Jackson does, in a third of the time where its letters are not Latin:
/// Jackson keeps its place in the output anew after each of those. What is rare in texts is left to
/// Jackson.
public class LongText extends StdSerializer<String> {

    private static final long serialVersionUID = 1;

    private static final int LONGEST_CHARACTER = 3;

    LongText() {
        super(String.class);
    }

    @Override
    public void serialize(String text, JsonGenerator json, SerializerProvider provider)
            throws IOException {
        if (json instanceof UTF8JsonGenerator) {
            byte[] written = new byte[text.length() * LONGEST_CHARACTER];
            int end = write(text, written);
            if (end >= 0) {
                json.writeRawUTF8String(written, 0, end);
                return;
            }
        }
        json.writeString(text);
    }

    /// Encodes as UTF-8 (RFC 3629), with the escapes of JSON (RFC 8259 section 7).
    ///
    /// @return where it ends; negative where it has what is rare: surrogates and other control
    ///   characters than ends of lines and tabs
    private static int write(String text, byte[] written) {
        int end = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (c == '"' || c == '\\') {
                    written[end++] = '\\';
                } else if (c < ' ') {
                    c = escape(c);
                    if (c == 0) {
                        return -1;
                    }
                    written[end++] = '\\';
                }
                written[end++] = (byte) c;
            } else if (c < 0x800) {
                written[end++] = (byte) (0xc0 | c >> 6);
                written[end++] = (byte) (0x80 | c & 0x3f);
            } else if (Character.isSurrogate(c)) {
                return -1;
            } else {
                written[end++] = (byte) (0xe0 | c >> 12);
                written[end++] = (byte) (0x80 | c >> 6 & 0x3f);
                written[end++] = (byte) (0x80 | c & 0x3f);
            }
        }
        return end;
    }

    /// @return 0 where it has none of one letter
    private static char escape(char control) {
        return switch (control) {
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            default -> 0;
        };
    }
}
