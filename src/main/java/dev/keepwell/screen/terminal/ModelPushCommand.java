package dev.keepwell.screen.terminal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Sends a text as a draft, by which nobody is judged before it is published.
@Command(
        name = "push",
        headerHeading =
                "Examples:%n  ./keepwell model push model.yaml --name lighter%n"
                        + "  ./keepwell model push model.yaml --draft draft_5FQ…%n%n",
        description = "Makes a draft of a file, or changes one, and prints its id.",
        mixinStandardHelpOptions = true)
final class ModelPushCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--draft", paramLabel = "ID", description = "The draft to change.")
    private @Nullable String draft;

    @Option(names = "--name", paramLabel = "N", description = "The name of a new draft.")
    private @Nullable String name;

    private final Terminal terminal;

    ModelPushCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var yaml = ImportCommand.text(file);
        return terminal.ask(api -> {
            var answer = draft == null ? made(api, yaml) : changed(api, draft, yaml);
            answer.path("findings").forEach(it -> terminal.output().tell(it.asString()));
            terminal.output()
                    .showLines(answer, () -> List.of(answer.path("draft").path("id").asString()));
            return Exit.OK;
        });
    }

    private JsonNode made(Api api, String yaml) {
        var called = name == null ? String.valueOf(file.getFileName()) : name;
        return api.post("/models/drafts", Map.of("yaml", yaml, "name", called));
    }

    private static JsonNode changed(Api api, String draft, String yaml) {
        var path = "/models/drafts/" + Api.encoded(draft);
        return api.change("PUT", path, Map.of("yaml", yaml), revision(api, path));
    }

    /// Whoever pushes means the draft as it is now.
    static int revision(Api api, String path) {
        return api.get(path).path("draft").path("revision").asInt();
    }
}
