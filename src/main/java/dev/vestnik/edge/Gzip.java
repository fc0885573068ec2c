package dev.vestnik.edge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// The one content coding that answers are sent in, where the client takes it.
final class Gzip {

    static final String NAME = "gzip";

    private static final int WORTH_COMPRESSING = 1024;
    private static final int BUFFER = 8192;

    private Gzip() {}

    /// Whether an answer is long enough to be compressed.
    static boolean isWorthwhile(byte[] body) {
        return body.length > WORTH_COMPRESSING;
    }

    /// RFC 9110 section 12.5.3: what is said of gzip itself counts more than what is said of all.
    ///
    /// @param accepted the `Accept-Encoding` header; null where there is none
    static boolean isAccepted(@Nullable String accepted) {
        if (accepted == null || accepted.isEmpty()) {
            return false;
        }
        if (accepted.equals(NAME) || accepted.startsWith("gzip, ")) {
            return true;
        }
        Boolean any = null;
        for (String coding : accepted.toLowerCase(Locale.ROOT).split(",")) {
            String name = coding.split(";", 2)[0].strip();
            boolean wanted = !coding.replace(" ", "").matches(".*;q=0(\\.0*)?");
            if (name.equals(NAME)) {
                return wanted;
            }
            if (name.equals("*")) {
                any = wanted;
            }
        }
        return Boolean.TRUE.equals(any);
    }

    static byte[] compressed(byte[] body) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed, BUFFER)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    static void expand(byte[] compressed, OutputStream out) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            gzip.transferTo(out);
        }
    }
}
