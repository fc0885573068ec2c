package dev.vestnik.memory;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jboss.logging.Logger;

/// The memory of this JVM, which is a HotSpot. Native memory is trimmed where it can (on Linux with
/// glibc).
@Singleton
class JvmMemory {

    private static final Logger LOG = Logger.getLogger(JvmMemory.class);
    private static final String LEAST_FREE = "MinHeapFreeRatio";
    private static final String MOST_FREE = "MaxHeapFreeRatio";

    /// In percent of the heap, while it is made small.
    private static final String LEAST = "5";

    private static final String MOST = "10";

    private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";
    private static final String TRIM = "systemTrimNativeHeap";

    private final HotSpotDiagnosticMXBean jvm =
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    private final VMOption least = jvm.getVMOption(LEAST_FREE);
    private final VMOption most = jvm.getVMOption(MOST_FREE);

    /// Whether the operator has said how much of the heap may be free.
    private final boolean isChosen =
            least.getOrigin() != VMOption.Origin.DEFAULT
                    || most.getOrigin() != VMOption.Origin.DEFAULT;

    /// In bytes, what the heap may become.
    long most() {
        return Runtime.getRuntime().maxMemory();
    }

    /// In bytes, what the heap has of the machine.
    long heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    }

    /// Collects the heap, and has it little larger than what it holds until it is let grow again.
    /// Serial and Parallel do not go below the size that the heap began with.
    void shrinkHeap() {
        if (!isChosen) {
            set(LEAST_FREE, LEAST);
            set(MOST_FREE, MOST);
        }
        System.gc();
    }

    /// As before it was made small.
    void letHeapGrow() {
        if (!isChosen) {
            set(MOST_FREE, most.getValue());
            set(LEAST_FREE, least.getValue());
        }
    }

    private void set(String option, String value) {
        jvm.setVMOption(option, value);
    }

    /// Has the C library give back the pages that it has freed and kept.
    void trim() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName(COMMANDS), TRIM, new Object[0], new String[0]);
        } catch (InstanceNotFoundException e) {
            LOG.debug("This JVM takes no diagnostic commands", e);
        } catch (JMException e) {
            LOG.debug("This JVM does not trim native memory", e);
        }
    }
}
