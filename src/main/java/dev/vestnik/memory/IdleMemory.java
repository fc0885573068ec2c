package dev.vestnik.memory;

import com.sun.management.OperatingSystemMXBean;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import org.jboss.logging.Logger;

/// Gives back to the machine what work took, once the program idles: by itself a JVM keeps that.
/// Only a small heap is treated so, whose collection is a short pause.
@Singleton
class IdleMemory {

    private static final Logger LOG = Logger.getLogger(IdleMemory.class);

    /// Of one processor, below which the program idles.
    private static final double IDLE = 0.25;

    /// How much more than after the last collection the heap must have taken for another, in bytes.
    private static final long WORTH_A_PAUSE = 16 << 20;

    private final boolean isSmall;
    private final JvmMemory memory;
    private final OperatingSystemMXBean process =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Look last;

    /// At the last look; a start is work.
    private boolean idled;

    private long smallest;

    IdleMemory(MemorySettings settings, JvmMemory memory) {
        this.isSmall = memory.most() <= settings.givenBackUpTo().asLongValue();
        this.memory = memory;
        this.last = look();
    }

    /// @param at by the JVM's clock, in nanoseconds
    /// @param worked for how many nanoseconds the program has had a processor
    private record Look(long at, long worked) {

        boolean isIdleSince(Look before) {
            return worked - before.worked < IDLE * (at - before.at);
        }
    }

    private Look look() {
        return new Look(System.nanoTime(), process.getProcessCpuTime());
    }

    @Scheduled(every = "5s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void tend() {
        if (!isSmall) {
            return;
        }
        Look now = look();
        boolean idles = now.isIdleSince(last);
        last = now;
        if (idles) {
            giveBack();
        } else if (idled) {
            memory.letHeapGrow();
        }
        idled = idles;
    }

    private void giveBack() {
        long heap = memory.heap();
        if (heap - smallest > WORTH_A_PAUSE) {
            memory.shrinkHeap();
            smallest = memory.heap();
            LOG.debugf("The heap has %d bytes now, and had %d", smallest, heap);
        }
        // Each time: the compilers go on for a while after the work, and free what they took then.
        memory.trim();
    }
}
