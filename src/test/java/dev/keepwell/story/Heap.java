package dev.keepwell.story;

import java.lang.management.ManagementFactory;

/// How much memory is held by what is still needed.
final class Heap {

    private static final int COLLECTIONS = 3;

    private Heap() {}

    /// In MB, of the house in this process.
    static long megabytes() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
