package dev.vestnik.webhook;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What waits for receivers.
class SenderThreadsTest {

    private static final boolean VIRTUAL = Runtime.version().feature() >= 24;
    private static final int MANY = 100;

    private final ExecutorService senders = SenderThreads.make();

    @AfterEach
    void end() {
        senders.shutdownNow();
    }

    @Test
    void they_are_virtual_from_java_24_on_and_threads_of_the_system_before() throws Exception {
        Thread sender = senders.submit(Thread::currentThread).get(10, TimeUnit.SECONDS);

        assertThat(
                Runtime.version().toString(),
                sender.toString(),
                startsWith(VIRTUAL ? "VirtualThread[" : "Thread["));
    }

    @Test
    void they_have_a_name_and_do_not_keep_the_program_from_ending() throws Exception {
        Thread sender = senders.submit(Thread::currentThread).get(10, TimeUnit.SECONDS);

        assertThat(sender.getName(), equalTo("webhook-sender"));
        assertThat(sender.isDaemon(), equalTo(true));
    }

    /// Inside `synchronized` too, where a virtual thread before Java 24 would hold up others.
    @Test
    void however_many_wait_hold_up_nobody_and_cost_a_stack_only_before_java_24() throws Exception {
        Set<Thread> waiting = ConcurrentHashMap.newKeySet();
        CountDownLatch allWait = new CountDownLatch(MANY);
        CountDownLatch answered = new CountDownLatch(1);
        List<Future<?>> sent = new ArrayList<>();
        for (int n = 0; n < MANY; n++) {
            Object itsDatabase = new Object();
            sent.add(
                    senders.submit(() -> {
                        waiting.add(Thread.currentThread());
                        allWait.countDown();
                        synchronized (itsDatabase) {
                            answered.await();
                        }
                        return null;
                    }));
        }

        boolean together = allWait.await(10, TimeUnit.SECONDS);
        String another = senders.submit(() -> "sent").get(10, TimeUnit.SECONDS);
        Set<Thread> ofTheSystem = new HashSet<>(Thread.getAllStackTraces().keySet());
        ofTheSystem.retainAll(waiting);
        answered.countDown();
        for (Future<?> one : sent) {
            one.get(10, TimeUnit.SECONDS);
        }

        assertThat("all of them wait together", together);
        assertThat(another, equalTo("sent"));
        assertThat(waiting.size(), equalTo(MANY));
        assertThat(ofTheSystem.size(), equalTo(VIRTUAL ? 0 : MANY));
    }
}
