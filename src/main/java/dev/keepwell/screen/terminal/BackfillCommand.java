package dev.keepwell.screen.terminal;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Computes a version of the model over history.
@Command(
        name = "backfill",
        headerHeading =
                "Examples:%n  ./keepwell backfill%n"
                        + "  ./keepwell backfill --from 2024-01-01 --model-version 3%n%n",
        description =
                "Computes what a version of the model says of history, beside what was published.",
        mixinStandardHelpOptions = true)
final class BackfillCommand implements Callable<Integer> {

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "The first day; the first closed one if left out.")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "The last day; yesterday if left out.")
    private @Nullable LocalDate to;

    @Option(
            names = "--model-version",
            paramLabel = "N",
            description = "The version; the one in force if left out.")
    private @Nullable Integer modelVersion;

    private final Terminal terminal;

    BackfillCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var order = RunCommand.order(from, to, modelVersion);
        return terminal.ask(api -> {
            var promise = api.post("/backfills", order);
            var job = promise.path("id").asString();
            terminal.output().tell("'./keepwell cancel %s' ends it early.".formatted(job));
            var result = new JobWatch(api, terminal.output()).result(promise);
            terminal.output().showLines(result, () -> List.of(ProgressText.of(result)));
            return Exit.OK;
        });
    }
}
