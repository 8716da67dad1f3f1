package dev.keepwell.screen.terminal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Closes days.
@Command(
        name = "run",
        headerHeading =
                "Examples:%n  ./keepwell run%n"
                        + "  ./keepwell run --from 2024-01-01 --to 2024-12-31%n%n",
        description = "Closes days, both included: facts, metrics, scores, ledger.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Option(names = "--from", paramLabel = "DAY", description = "The first day.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "The last day.")
    private @Nullable LocalDate to;

    @Option(
            names = "--model-version",
            paramLabel = "N",
            description = "Judge by an earlier version of the model.")
    private @Nullable Integer modelVersion;

    private final Terminal terminal;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var order = new HashMap<String, Object>();
        if (from != null) {
            order.put("from", from.toString());
        }
        if (to != null) {
            order.put("to", to.toString());
        }
        if (modelVersion != null) {
            order.put("model_version", modelVersion);
        }
        return terminal.ask(api -> {
            var result = new JobWatch(api, terminal.output()).result(api.post("/runs", order));
            terminal.output().showLines(result, () -> List.of(ProgressText.of(result)));
            return Exit.OK;
        });
    }
}
