package dev.keepwell.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What a killed server left running: PostgreSQL survives the process that started it.
///
/// Processes are known by their working directory, which PostgreSQL keeps in its data folder. The
/// number in `postmaster.pid` alone may since belong to any other program.
record Orphans(Path data, Programs programs) {

    private static final String PATIENCE_SECONDS = "20";

    private static final long UNNOTICED_SECONDS = 2;

    void stop() throws IOException {
        for (var mode : List.of("fast", "immediate")) {
            if (!alive().isEmpty()) {
                programs.run(
                        "pg_ctl",
                        "--pgdata=" + data,
                        "--mode=" + mode,
                        "--timeout=" + PATIENCE_SECONDS,
                        "stop");
            }
        }
        kill();
    }

    /// Ends what is left of a server that has lost its head: there is nobody left to ask.
    void kill() throws IOException {
        var left = alive();
        left.forEach(ProcessHandle::destroyForcibly);
        // In a container, nobody may be there to take note of their end: they hold nothing more.
        CompletableFuture.allOf(
                        left.stream()
                                .map(ProcessHandle::onExit)
                                .toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, UNNOTICED_SECONDS, TimeUnit.SECONDS)
                .join();
        // Nobody works on the data now. Left there, the file would stop PostgreSQL from starting
        // when it is empty or when its number belongs to another program.
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    List<ProcessHandle> alive() throws IOException {
        var folder = data.toRealPath();
        return ProcessHandle.allProcesses().filter(it -> worksIn(folder, it)).toList();
    }

    private static boolean worksIn(Path folder, ProcessHandle process) {
        try {
            var proc = Path.of("/proc", Long.toString(process.pid()));
            return Files.readSymbolicLink(proc.resolve("cwd")).equals(folder)
                    && Files.readSymbolicLink(proc.resolve("exe")).endsWith("postgres");
        } catch (IOException e) {
            return false; // Gone by now, or somebody else's.
        }
    }
}
