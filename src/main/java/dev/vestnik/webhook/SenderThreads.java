package dev.vestnik.webhook;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/// The threads that wait for receivers, which is nearly all they do: virtual ones where Java has
/// them, so that a hundred slow receivers cost no stacks. Before Java 24 one that waits inside
/// `synchronized`, as H2 does, would hold its carrier (JEP 491); there they are threads of the
/// system, kept for a minute.
final class SenderThreads {

    private static final int VIRTUAL_SINCE = 24;

    private SenderThreads() {}

    static ExecutorService make() {
        return Runtime.version().feature() < VIRTUAL_SINCE
                ? Executors.newCachedThreadPool(task -> {
                    Thread sender = new Thread(task, "webhook-sender");
                    sender.setDaemon(true);
                    return sender;
                })
                : virtual();
    }

    /// By reflection, as the same classes run on Java 17.
    private static ExecutorService virtual() {
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Object named =
                    builder.getMethod("name", String.class)
                            .invoke(
                                    Thread.class.getMethod("ofVirtual").invoke(null),
                                    "webhook-sender");
            Object factory = builder.getMethod("factory").invoke(named);
            return (ExecutorService)
                    Executors.class
                            .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
                            .invoke(null, factory);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Java 24 and newer have virtual threads", e);
        }
    }
}
