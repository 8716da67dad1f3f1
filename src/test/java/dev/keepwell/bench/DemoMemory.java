package dev.keepwell.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// How much of its heap the demo fills, which starts with 512 MB, and what its process holds in
/// all.
final class DemoMemory implements Measure {

    private static final Pattern USED =
            Pattern.compile("(?:total|committed) (\\d+)K, used (\\d+)K");

    private final Path home;

    DemoMemory(Path home) {
        this.home = home;
    }

    @Override
    public Budget budget() {
        return Budget.atMost(512, "MB heap", "Memory of the demo");
    }

    @Override
    public Turn turn() throws Exception {
        try (var served = Served.byLauncher(home, "demo")) {
            var seconds = served.secondsToReady();
            while (!served.ask("GET", "/accounts?limit=1", "").path("data").has(0)) {
                Thread.onSpinWait();
            }
            return new Turn(
                    heapMegabytes(served.pid()),
                    new Cost(seconds, served.cpuSeconds(), served.peakBytes()),
                    Turn.NOTHING,
                    0);
        }
    }

    private static double heapMegabytes(long pid) throws Exception {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.heap_info").start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var found = USED.matcher(told);
        if (!found.find()) {
            throw new IllegalStateException("The heap is not told: " + told);
        }
        return Long.parseLong(found.group(1)) / 1024.0;
    }
}
