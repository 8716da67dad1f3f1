package dev.keepwell.screen.terminal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Computes a metric on each day of a range, and waits for it or gives it up.
@Command(
        name = "backfill",
        headerHeading =
                "Examples:%n  ./keepwell metric backfill mrr --from 2024-01-01%n"
                        + "  ./keepwell metric backfill dau --from 2024-01-01 --to 2024-12-31"
                        + " --grain account%n%n",
        description = "Computes a metric on each day of a range, by what is known now.",
        mixinStandardHelpOptions = true)
final class MetricBackfillCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The metric.")
    private String id = "";

    @Option(names = "--from", paramLabel = "DAY", required = true, description = "The first day.")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "The last day; yesterday if left out.")
    private @Nullable LocalDate to;

    @Option(
            names = "--grain",
            paramLabel = "G",
            description = "One grain; all but single users if left out.")
    private @Nullable String grain;

    private final Terminal terminal;

    MetricBackfillCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var order = new HashMap<String, Object>();
        order.put("from", String.valueOf(from));
        if (to != null) {
            order.put("to", to.toString());
        }
        if (grain != null) {
            order.put("grain", grain);
        }
        return terminal.ask(api -> {
            var promise = api.post("/metrics/" + Api.encoded(id) + "/backfills", order);
            var job = promise.path("id").asString();
            terminal.output().tell("'./keepwell cancel %s' ends it early.".formatted(job));
            var result = new JobWatch(api, terminal.output()).result(promise);
            terminal.output().showLines(result, () -> List.of(ProgressText.of(result)));
            return Exit.OK;
        });
    }
}
