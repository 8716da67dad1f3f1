package dev.keepwell.screen.terminal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Checks a model, compares it, puts it in force, and shows what there is.
@Command(
        name = "model",
        headerHeading =
                "Examples:%n  ./keepwell model validate model.yaml%n"
                        + "  ./keepwell model apply model.yaml%n%n",
        description = "The model by which accounts are judged.",
        mixinStandardHelpOptions = true)
final class ModelCommand {

    private static final Pattern VERSION = Pattern.compile("\\d{1,9}");

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
            terminal.output().showLines(applied, () -> List.of(ModelLines.inForce(applied)));
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
            terminal.output().showLines(model, () -> ModelLines.model(model));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell model diff model.yaml%n"
                            + "  ./keepwell model diff 3 4%n%n",
            description = "Says in what a file differs from the model in force, or two versions.",
            mixinStandardHelpOptions = true)
    int diff(
            @Parameters(paramLabel = "FILE|VERSION") String first,
            @Parameters(paramLabel = "VERSION", arity = "0..1") @Nullable Integer second) {
        var isVersion = VERSION.matcher(first).matches();
        if (!isVersion && second != null) {
            throw new Stop(Exit.USAGE, "Compare one file, or two versions.");
        }
        var text = isVersion ? "" : ImportCommand.text(Path.of(first));
        var to = second == null ? "" : second.toString();
        return terminal.ask(api -> {
            var answer =
                    isVersion
                            ? api.get(Api.query("/models/diff", Map.of("from", first, "to", to)))
                            : api.post("/models/diff", Map.of("yaml", text));
            terminal.output().showLines(answer, () -> ModelLines.differences(answer));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell model versions%n"
                            + "  ./keepwell model versions --json%n%n",
            description = "Lists the versions, the newest first; the one in force has a star.",
            mixinStandardHelpOptions = true)
    int versions() {
        return terminal.ask(api -> {
            var answer = api.get("/models/versions");
            terminal.output().show(answer, () -> ModelLines.versions(answer));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell model drafts%n  ./keepwell model drafts --json%n%n",
            description = "Lists the drafts, the one changed last first.",
            mixinStandardHelpOptions = true)
    int drafts() {
        return terminal.ask(api -> {
            var answer = api.get("/models/drafts");
            terminal.output().show(answer, () -> ModelLines.drafts(answer));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell model templates%n"
                            + "  ./keepwell model pull starter_four model.yaml%n%n",
            description = "Lists the models to begin with, and what data each would miss.",
            mixinStandardHelpOptions = true)
    int templates() {
        return terminal.ask(api -> {
            var answer = api.get("/models/templates");
            terminal.output().show(answer, () -> ModelLines.templates(answer));
            return Exit.OK;
        });
    }
}
