package dev.keepwell.screen.terminal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Checks a model, puts it in force, and shows the one that is.
@Command(
        name = "model",
        headerHeading =
                "Examples:%n  ./keepwell model validate model.yaml%n"
                        + "  ./keepwell model apply model.yaml%n%n",
        description = "The model by which accounts are judged.",
        mixinStandardHelpOptions = true)
final class ModelCommand {

    private final Terminal terminal;

    ModelCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell model validate model.yaml%n"
                            + "  ./keepwell model validate model.yaml --json%n%n",
            description = "Says what stands in the way of a model; exit code 1 if anything does.",
            mixinStandardHelpOptions = true)
    int validate(@Parameters(paramLabel = "FILE") Path file) {
        var text = Map.of("yaml", ImportCommand.text(file));
        return terminal.ask(api -> {
            var answer = api.post("/model-checks", text);
            var findings = answer.path("findings").valueStream().map(JsonNode::asString).toList();
            terminal.output().showLines(answer, () -> findings);
            return findings.isEmpty() ? Exit.OK : Exit.FAILED;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell model apply model.yaml%n"
                            + "  ./keepwell model apply model.yaml --workspace acme%n%n",
            description = "Puts a model in force, as the next version.",
            mixinStandardHelpOptions = true)
    int apply(@Parameters(paramLabel = "FILE") Path file) {
        var text = Map.of("yaml", ImportCommand.text(file));
        return terminal.ask(api -> {
            var applied = api.put("/models/current", text);
            applied.path("warnings").forEach(it -> terminal.output().tell(it.asString()));
            terminal.output().showLines(applied, () -> List.of(inForce(applied)));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell model show%n  ./keepwell model show --json%n%n",
            description = "Shows the model that is in force.",
            mixinStandardHelpOptions = true)
    int show() {
        return terminal.ask(api -> {
            var model = api.get("/models/current");
            terminal.output().showLines(model, () -> lines(model));
            return Exit.OK;
        });
    }

    /// `linear (0, 0) (1, 35)`; a step without a value is "otherwise".
    private static String curve(JsonNode measure) {
        var text = new StringBuilder(measure.path("curve").asString());
        for (var knot : measure.path("knots")) {
            text.append(" (")
                    .append(knot.path("x").isNull() ? "otherwise" : Numbers.full(knot.path("x")))
                    .append(", ")
                    .append(Numbers.full(knot.path("y")))
                    .append(')');
        }
        return text.toString();
    }

    private static String inForce(JsonNode applied) {
        return "Model %s version %s is in force%s."
                .formatted(
                        applied.path("name").asString(),
                        applied.path("version").asString(),
                        applied.path("new").asBoolean() ? "" : ", as it was");
    }

    private static List<String> lines(JsonNode model) {
        var table = new Table("group / measure", "weight", "curve", "says");
        for (var group : model.path("groups")) {
            table.row(
                    group.path("id").asString(),
                    Numbers.full(group.path("weight")),
                    "",
                    group.path("title").asString());
            for (var it : group.path("measures")) {
                table.row(
                        "  " + it.path("id").asString(),
                        Numbers.full(it.path("weight")),
                        curve(it),
                        it.path("says").asString());
            }
        }
        var lines = new ArrayList<String>();
        lines.add(
                "%s version %s"
                        .formatted(
                                model.path("name").asString(), model.path("version").asString()));
        lines.add("");
        lines.addAll(table.lines());
        for (var cap : model.path("caps")) {
            lines.add(
                    "cap %s  at most %s  %s"
                            .formatted(
                                    cap.path("id").asString(),
                                    cap.path("at_most").asString(),
                                    cap.path("says").asString()));
        }
        return lines;
    }
}
