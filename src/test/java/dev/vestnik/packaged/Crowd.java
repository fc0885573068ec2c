package dev.vestnik.packaged;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Many who ask for the same stream and read what comes, on one thread.
final class Crowd implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final InetSocketAddress address;
    private final String request;
    private final Selector selector = Selector.open();
    private final List<Member> members = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(65_536);

    Crowd(int port, String path, int size) throws IOException {
        address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        for (int n = 0; n < size; n++) {
            members.add(new Member());
        }
    }

    private static final class Member {

        private final StringBuilder heard = new StringBuilder();
        private boolean ended;

        private boolean has(String text, int times) {
            int at = -1;
            for (int n = 0; n < times; n++) {
                at = heard.indexOf(text, at + 1);
                if (at < 0) {
                    return false;
                }
            }
            return true;
        }
    }

    void come() throws IOException {
        byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
        for (Member member : members) {
            SocketChannel channel = SocketChannel.open(address);
            channel.write(ByteBuffer.wrap(bytes));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, member);
        }
    }

    /// Reads until everyone has heard a text as often as that.
    void await(String text, int times) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int n = 0; n < members.size(); n++) {
            while (!members.get(n).has(text, times)) {
                if (System.nanoTime() > end) {
                    throw new AssertionError(
                            "Number " + n + " has heard only:\n" + members.get(n).heard);
                }
                read();
            }
        }
    }

    /// Reads until everyone has been sent away.
    void awaitEnd() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (ended() < members.size()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(ended() + " have been sent away");
            }
            read();
        }
    }

    int ended() {
        return (int) members.stream().filter(member -> member.ended).count();
    }

    private void read() throws IOException {
        selector.select(key -> read(key), 100);
    }

    private void read(SelectionKey key) {
        Member member = (Member) key.attachment();
        buffer.clear();
        try {
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                member.ended = true;
                key.cancel();
            }
        } catch (IOException e) {
            member.ended = true;
            key.cancel();
        }
        member.heard.append(StandardCharsets.UTF_8.decode(buffer.flip()));
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
