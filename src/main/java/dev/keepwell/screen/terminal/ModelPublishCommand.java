package dev.keepwell.screen.terminal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Makes a draft the next version, and waits until today is judged by it.
@Command(
        name = "publish",
        headerHeading =
                "Examples:%n  ./keepwell model publish draft_5FQ… --note \"Usage weighs less.\"%n"
                        + "  ./keepwell model publish draft_5FQ… --note \"…\" --effective-on"
                        + " 2027-01-01%n%n",
        description = "Publishes a draft as the next version.",
        mixinStandardHelpOptions = true)
final class ModelPublishCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DRAFT")
    private String draft = "";

    @Option(names = "--note", paramLabel = "WHY", required = true, description = "Why.")
    private String note = "";

    @Option(
            names = "--effective-on",
            paramLabel = "DAY",
            description = "From which day on it holds; today if left out.")
    private @Nullable LocalDate effectiveOn;

    @Option(
            names = "--force",
            description = "Publish although another version came after the draft was begun.")
    private boolean force;

    @Option(
            names = "--recompute-history",
            description = "Judge the days before by it as well, as a series of their own.")
    private boolean recomputeHistory;

    private final Terminal terminal;

    ModelPublishCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var order = new HashMap<String, Object>();
        order.put("note", note);
        order.put("force", force);
        order.put("recompute_history", recomputeHistory);
        if (effectiveOn != null) {
            order.put("effective_on", effectiveOn.toString());
        }
        var path = "/models/drafts/" + Api.encoded(draft);
        return terminal.ask(api -> {
            var revision = ModelPushCommand.revision(api, path);
            show(terminal, api, api.change("POST", path + "/publish", order, revision));
            return Exit.OK;
        });
    }

    /// Says what is published when the scores that follow from it are there.
    static void show(Terminal terminal, Api api, JsonNode published) {
        for (var job : List.of("run", "history")) {
            if (published.path(job).isString()) {
                var promise = Map.of("id", published.path(job).asString());
                new JobWatch(api, terminal.output()).result(Api.tree(promise));
            }
        }
        terminal.output().showLines(published, () -> List.of(ModelLines.published(published)));
    }
}
