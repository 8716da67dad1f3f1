package dev.keepwell.screen.terminal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Shows what a model would change today, and puts nothing in force.
@Command(
        name = "consequences",
        headerHeading =
                "Examples:%n  ./keepwell model consequences model.yaml%n"
                        + "  ./keepwell model consequences model.yaml --exact --json%n%n",
        description = "Says which accounts would change colour, and by which edit.",
        mixinStandardHelpOptions = true)
final class ModelConsequencesCommand implements Callable<Integer> {

    private static final List<String> BANDS = List.of("red", "yellow", "green", "grey");

    @Parameters(paramLabel = "FILE", description = "The model as YAML.")
    private Path file = Path.of("");

    @Option(names = "--exact", description = "Judge every account, however many there are.")
    private boolean exact;

    private final Terminal terminal;

    ModelConsequencesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var asked = Map.of("yaml", ImportCommand.text(file), "exact", exact);
        return terminal.ask(api -> {
            var answer = api.post("/models/consequences", asked);
            terminal.output().showLines(answer, () -> lines(answer));
            return Exit.OK;
        });
    }

    private static List<String> lines(JsonNode answer) {
        var lines = new ArrayList<String>();
        var moved = answer.path("moved");
        lines.add(
                "%s of %s accounts change colour, %s of MRR (%s, against version %s)."
                        .formatted(
                                moved.path("accounts").asString(),
                                answer.path("accounts").asString(),
                                Numbers.value(moved.path("mrr")),
                                answer.path("sampled").asBoolean()
                                        ? answer.path("label").asString()
                                        : answer.path("day").asString(),
                                answer.path("compared_with_version").asString()));
        answer.path("warnings").forEach(it -> lines.add("! " + it.path("text").asString()));
        lines.add("");
        lines.addAll(transitions(answer).lines());
        lines.add("");
        lines.addAll(edits(answer).lines());
        lines.add("");
        lines.addAll(movers(answer).lines());
        return lines;
    }

    private static Table transitions(JsonNode answer) {
        var table = new Table("from \\ to", "red", "yellow", "green", "grey");
        var counts =
                answer.path("transitions")
                        .valueStream()
                        .collect(
                                Collectors.toMap(
                                        it -> it.path("from").asString() + it.path("to").asString(),
                                        it -> it.path("accounts").asString()));
        for (var from : BANDS) {
            var row = new ArrayList<>(List.of(from));
            BANDS.forEach(to -> row.add(counts.getOrDefault(from + to, "0")));
            table.row(row.toArray(String[]::new));
        }
        return table;
    }

    private static Table edits(JsonNode answer) {
        var table = new Table("edit", "accounts", "what");
        int number = 1;
        for (var it : answer.path("edits")) {
            table.row(
                    String.valueOf(number),
                    it.path("movers").asString(),
                    it.path("text").asString());
            number++;
        }
        return table;
    }

    private static Table movers(JsonNode answer) {
        var table = new Table("account", "before", "after", "mrr", "edit", "reference");
        for (var it : answer.path("movers")) {
            table.row(
                    it.path("name").asString(),
                    stand(it.path("before")),
                    stand(it.path("after")),
                    it.path("mrr").path("amount").asString(),
                    it.path("edits")
                            .valueStream()
                            .map(edit -> String.valueOf(edit.asInt() + 1))
                            .collect(Collectors.joining(" ")),
                    it.path("reference").asString());
        }
        return table;
    }

    private static String stand(JsonNode stand) {
        return stand.path("score").isNumber()
                ? Numbers.fixed(stand.path("score"), 1) + " " + stand.path("band").asString()
                : stand.path("band").asString();
    }
}
