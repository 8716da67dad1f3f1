package dev.keepwell.screen.terminal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

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
        var order = order(from, to, modelVersion);
        return terminal.ask(api -> {
            var result = new JobWatch(api, terminal.output()).result(api.post("/runs", order));
            terminal.output().showLines(result, () -> List.of(ProgressText.of(result)));
            tellWhatStays(result);
            return Exit.OK;
        });
    }

    private void tellWhatStays(JsonNode result) {
        var days = result.path("days_of_other_versions").asInt();
        if (days > 0) {
            terminal.output()
                    .tell(
                            ("%d days were closed by another version of the model and stay as they"
                                 + " were said. './keepwell backfill' computes what the model says"
                                 + " of history.")
                                    .formatted(days));
        }
        var late = result.path("late_from").asString("");
        if (!late.isEmpty()) {
            terminal.output()
                    .tell(
                            ("Records came late for days from %s on. './keepwell restate' computes"
                                            + " what is known of them now.")
                                    .formatted(late));
        }
    }

    /// What was given of an order; what was not, the server decides.
    static Map<String, Object> order(
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Integer modelVersion) {
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
        return order;
    }
}
