package dev.keepwell.postgres;

import dev.keepwell.kernel.Refusal;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The programs of the bundled PostgreSQL, run as somebody they accept: they refuse root.
record Programs(Path folder, Path log) {

    private static final List<String> NOBODY = List.of("unshare", "-U");

    /// Away from the terminal: Ctrl-C there is meant for the server, which stops PostgreSQL last.
    private static final List<String> DETACHED = List.of("setsid");

    /// The exit code; what the program said is in the log.
    int run(String program, String... arguments) throws IOException {
        return finish(start(program, arguments));
    }

    Process start(String program, String... arguments) throws IOException {
        var command = new ArrayList<>(DETACHED);
        if (isRoot()) {
            command.addAll(NOBODY);
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command)
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(log.toFile()));
        // PGDATA, PGPORT and their like are somebody else's settings.
        builder.environment().keySet().removeIf(it -> it.startsWith("PG"));
        return builder.start();
    }

    /// Root in a container is often forbidden to become nobody; say so before PostgreSQL fails.
    static void checkUser() throws IOException {
        if (!isRoot()) {
            return;
        }
        var command = new ArrayList<>(NOBODY);
        command.add("true");
        if (finish(new ProcessBuilder(command).start()) != 0) {
            throw Refusal.configuration(
                    "database_root",
                    """
                    PostgreSQL does not run as root, and here root may not become nobody \
                    (unshare -U). Start Keepwell as an ordinary user, or set \
                    KEEPWELL_DATABASE_URL.\
                    """);
        }
    }

    static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    static int finish(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IllegalStateException("Interrupted while waiting for a program.", e);
        }
    }
}
