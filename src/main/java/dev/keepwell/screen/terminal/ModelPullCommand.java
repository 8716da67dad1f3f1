package dev.keepwell.screen.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Fetches the text of a model, byte by byte as it was written.
@Command(
        name = "pull",
        headerHeading =
                "Examples:%n  ./keepwell model pull 3 model.yaml%n"
                        + "  ./keepwell model pull starter_four%n%n",
        description = "Prints the text of a version, draft or template, or writes it to a file.",
        mixinStandardHelpOptions = true)
final class ModelPullCommand implements Callable<Integer> {

    private static final Pattern VERSION = Pattern.compile("\\d{1,9}");

    @Parameters(
            index = "0",
            paramLabel = "WHICH",
            description = "A version, a draft, a template, or 'current'.")
    private String which = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            arity = "0..1",
            description = "Where to; else it is printed.")
    private @Nullable Path file;

    private final Terminal terminal;

    ModelPullCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return terminal.ask(api -> {
            var answer = answer(api);
            var yaml = answer.path("yaml").asString();
            if (file == null) {
                terminal.output().showLines(answer, () -> yaml.lines().toList());
            } else {
                write(file, yaml);
                terminal.output().tell("%s is in %s.".formatted(which, file));
            }
            return Exit.OK;
        });
    }

    private JsonNode answer(Api api) {
        if (which.startsWith("draft_")) {
            return api.get("/models/drafts/" + Api.encoded(which));
        }
        if (which.equals("current")) {
            var current = api.get("/models/current").path("version").asString();
            return api.get("/models/versions/" + current);
        }
        if (VERSION.matcher(which).matches()) {
            return api.get("/models/versions/" + which);
        }
        return api.get("/models/templates")
                .path("data")
                .valueStream()
                .filter(it -> it.path("id").asString().equals(which))
                .findFirst()
                .orElseThrow(() ->
                        new Stop(
                                Exit.FAILED,
                                "There is no template '%s'. ./keepwell model templates lists them."
                                        .formatted(which)));
    }

    private static void write(Path file, String yaml) {
        try {
            Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new Stop(Exit.USAGE, "The file %s cannot be written.".formatted(file));
        }
    }
}
