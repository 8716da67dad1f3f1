package dev.keepwell.screen.terminal;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Brings an earlier version back, as a new one with the same text.
@Command(
        name = "rollback",
        headerHeading =
                "Examples:%n  ./keepwell model rollback 3 --note \"Too many reds.\"%n"
                        + "  ./keepwell model rollback 3 --note \"…\" --json%n%n",
        description = "Brings an earlier version back into force.",
        mixinStandardHelpOptions = true)
final class ModelRollbackCommand implements Callable<Integer> {

    @Parameters(paramLabel = "VERSION")
    private int version;

    @Option(names = "--note", paramLabel = "WHY", required = true, description = "Why.")
    private String note = "";

    private final Terminal terminal;

    ModelRollbackCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var order = Map.of("to", version, "note", note);
        return terminal.ask(api -> {
            ModelPublishCommand.show(terminal, api, api.post("/models/rollbacks", order));
            return Exit.OK;
        });
    }
}
