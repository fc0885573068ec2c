package dev.vestnik.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// A client that takes next to nothing of the machine's time: one connection, one thread, answers
/// with a length.
final class Wire implements AutoCloseable {

    /// The server hangs up on who says nothing for half a minute.
    private static final long IDLE = TimeUnit.SECONDS.toNanos(10);

    private final URI server;
    private final String login;
    private Socket socket;
    private InputStream in;
    private long used;

    /// @param token sent with every call
    Wire(String base, String token) {
        server = URI.create(base);
        login = "Host: localhost\r\nAuthorization: Bearer " + token + "\r\n";
        try {
            socket = connected();
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        used = System.nanoTime();
    }

    private Socket connected() throws IOException {
        Socket connected = new Socket(server.getHost(), server.getPort());
        connected.setTcpNoDelay(true);
        return connected;
    }

    private void reconnectAfterRest() throws IOException {
        long now = System.nanoTime();
        if (now - used > IDLE) {
            socket.close();
            socket = connected();
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }
        used = now;
    }

    /// Sends JSON, and gives the answer's body.
    ///
    /// @throws IllegalStateException where it is an error
    String post(String path, String json) throws IOException {
        reconnectAfterRest();
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String type = json.isEmpty() ? "" : "Content-Type: application/json\r\n";
        String head =
                "POST %s HTTP/1.1\r\n%s%sContent-Length: %d\r\n\r\n"
                        .formatted(path, login, type, body.length);
        byte[] first = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[first.length + body.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        socket.getOutputStream().write(all);
        String status = line();
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        String answer = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (!status.startsWith("HTTP/1.1 2")) {
            throw new IllegalStateException(path + ": " + status + " " + answer);
        }
        return answer;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The server hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
