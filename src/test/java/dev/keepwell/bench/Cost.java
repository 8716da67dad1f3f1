package dev.keepwell.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// What something took of this process: time on the wall, time of all processors, and the most
/// memory that the process held meanwhile, where the system tells it.
record Cost(double seconds, double cpuSeconds, long peakBytes) {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path FORGET = Path.of("/proc/self/clear_refs");

    static Cost of(Runnable work) {
        forgetPeak();
        var started = System.nanoTime();
        var cpu = SYSTEM.getProcessCpuTime();
        work.run();
        return new Cost(
                (System.nanoTime() - started) / 1e9,
                (SYSTEM.getProcessCpuTime() - cpu) / 1e9,
                peak());
    }

    /// Linux counts the peak anew after a 5.
    private static void forgetPeak() {
        try {
            Files.writeString(FORGET, "5");
        } catch (IOException e) {
            // Another system, or not allowed: the peak is then that of the whole run.
        }
    }

    private static long peak() {
        try {
            return Files.exists(STATUS) ? kilobytes(STATUS, "VmHWM:") << 10 : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long kilobytes(Path status, String field) throws IOException {
        try (var lines = Files.lines(status)) {
            return lines.filter(it -> it.startsWith(field))
                    .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }
}
