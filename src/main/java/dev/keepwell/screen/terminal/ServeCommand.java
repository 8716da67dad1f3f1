package dev.keepwell.screen.terminal;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Runs the server until it is told to stop.
@Command(
        name = "serve",
        headerHeading =
                "Examples:%n"
                        + "  ./keepwell serve%n"
                        + "  KEEPWELL_PORT=9000 KEEPWELL_HOME=/srv/keepwell ./keepwell serve%n%n",
        description = "Runs the server on KEEPWELL_HOME.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private final Terminal terminal;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var server = Server.forEverybody(terminal)) {
            var file = server.file();
            file.write(terminal.home());
            server.beforeStop(() -> file.delete(terminal.home()));
            terminal.output()
                    .tell("Keepwell is ready at %s. Ctrl-C stops it.".formatted(file.url()));
            server.awaitStop();
        }
        return Exit.OK;
    }
}
