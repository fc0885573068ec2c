package dev.vestnik.edge;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.AsciiString;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A whole public answer, ready to be sent. Not a record: each is equal to itself alone.
final class ReadyAnswer {

    private static final int OVERHEAD = 512;

    /// Under which it is kept.
    final String key;

    /// The keys that make it old.
    final Set<String> dependencies;

    /// When it last changed; null where that cannot be said.
    final @Nullable Instant modified;

    /// In bytes, about.
    final int weight;

    private volatile boolean gone;
    private volatile @Nullable Form plain;
    private volatile @Nullable Form gzip;
    private final boolean compressible;

    /// @param gzip null where it is too short for that, or nobody has asked for it so yet
    /// @param compressible whether those who take it compressed get it so
    ReadyAnswer(
            String key,
            Set<String> dependencies,
            @Nullable Instant modified,
            Form plain,
            @Nullable Form gzip,
            boolean compressible) {
        this.key = key;
        this.dependencies = dependencies;
        this.modified = modified;
        this.plain = plain;
        this.gzip = gzip;
        this.compressible = compressible;
        int bytes = OVERHEAD + key.length() + plain.weight();
        for (String dependency : dependencies) {
            bytes += dependency.length();
        }
        this.weight = gzip == null ? bytes : bytes + gzip.weight();
    }

    /// It is forgotten, or has to make room: whoever still knows of it does not keep its bytes.
    void leave() {
        gone = true;
        plain = null;
        gzip = null;
    }

    boolean isGone() {
        return gone;
    }

    /// The form that a client gets; null where that is not made yet.
    @Nullable Form form(boolean compressed) {
        return compressed && compressible ? gzip : plain;
    }

    /// One form of an answer.
    static final class Form {

        final String etag;

        /// Names and values in turns: what a 304 says too first, then what tells of the body.
        final CharSequence[] headers;

        /// How many of them a 304 has.
        final int always;

        private final ByteBuf bytes;

        Form(String etag, Map<String, String> always, Map<String, String> ofBody, byte[] body) {
            List<CharSequence> all = new ArrayList<>();
            always.forEach((name, value) -> add(all, name, value));
            this.always = all.size();
            ofBody.forEach((name, value) -> add(all, name, value));
            this.etag = etag;
            this.headers = all.toArray(CharSequence[]::new);
            // Outside of the heap, where the socket needs it; freed with the object.
            ByteBuffer direct = ByteBuffer.allocateDirect(body.length).put(body).flip();
            this.bytes = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(direct));
        }

        private static void add(List<CharSequence> headers, String name, String value) {
            headers.add(new AsciiString(name));
            headers.add(new AsciiString(value));
        }

        /// The body, to be sent once.
        Buffer body() {
            return Buffer.buffer(bytes.duplicate());
        }

        private int weight() {
            int weight = bytes.readableBytes();
            for (CharSequence header : headers) {
                weight += header.length();
            }
            return weight;
        }
    }
}
