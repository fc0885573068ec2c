package dev.vestnik.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.BooleanSupplier;

/// Passes connections on to a port of this machine, and cuts them off while it is told to.
final class Relay implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final BooleanSupplier cut;

    Relay(int target, BooleanSupplier cut) throws IOException {
        this.target = target;
        this.cut = cut;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                Socket called = new Socket(InetAddress.getLoopbackAddress(), target);
                daemon(() -> pass(caller, called));
                daemon(() -> pass(called, caller));
            } catch (IOException e) {
                // The door is closed, or nobody is behind it: the caller sees that.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            byte[] bytes = new byte[8192];
            for (int n = in.read(bytes); n >= 0 && !cut.getAsBoolean(); n = in.read(bytes)) {
                to.getOutputStream().write(bytes, 0, n);
                to.getOutputStream().flush();
            }
        } catch (IOException e) {
            // One end has gone, and the other goes with it.
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
