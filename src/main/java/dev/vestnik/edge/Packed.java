package dev.vestnik.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/// An answer too long to keep as it is: kept compressed, and expanded while it is sent to those who
/// do not take it so.
///
/// @param bytes compressed by gzip
public record Packed(byte[] bytes, Set<String> surrogateKeys) implements Written, Tracked {

    private static final int BUFFER = 8192;

    /// Packs what is written meanwhile.
    public static Packed of(Set<String> surrogateKeys, Consumer<OutputStream> content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(BUFFER);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed, BUFFER)) {
            content.accept(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Packed(compressed.toByteArray(), surrogateKeys);
    }
}
