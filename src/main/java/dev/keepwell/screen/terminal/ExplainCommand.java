package dev.keepwell.screen.terminal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Says why a score moved, in lines that sum to the change.
@Command(
        name = "explain",
        headerHeading =
                "Examples:%n  ./keepwell explain ext:csv/A1 --from 2024-11-30 --to 2024-12-31%n "
                    + " ./keepwell explain ext:csv/A1 --from 2024-12-30 --to 2024-12-31 --json%n%n",
        description = "Explains a change of score between two closed days.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    private static final int DECIMALS = 6;

    @Parameters(paramLabel = "ACCOUNT", description = "Our id, ext:<source>/<id>, or its id.")
    private String account = "";

    @Option(names = "--from", required = true, paramLabel = "DAY")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", required = true, paramLabel = "DAY")
    private LocalDate to = LocalDate.EPOCH;

    private final Terminal terminal;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var days = Map.of("from", from.toString(), "to", to.toString());
        var path = Api.query(Refs.path(account) + "/health/change", days);
        return terminal.ask(api -> {
            var change = api.get(path);
            terminal.output().showLines(change, () -> lines(change));
            return Exit.OK;
        });
    }

    private static List<String> lines(JsonNode change) {
        var table = new Table("cause", "group", "measure", "points");
        var sum = 0.0;
        for (var line : change.path("lines")) {
            sum += line.path("points").asDouble();
            table.row(
                    line.path("cause").asString(),
                    line.path("group").asString("-"),
                    line.path("measure").asString("-"),
                    Numbers.signed(line.path("points"), DECIMALS));
        }
        var lines = new ArrayList<>(table.lines());
        var before = change.path("from");
        var after = change.path("to");
        lines.add("");
        lines.add(
                "%s: %s    %s: %s    change %+.6f, lines %+.6f"
                        .formatted(
                                before.path("day").asString(),
                                Numbers.full(before.path("value")),
                                after.path("day").asString(),
                                Numbers.full(after.path("value")),
                                after.path("value").asDouble() - before.path("value").asDouble(),
                                sum));
        return lines;
    }
}
