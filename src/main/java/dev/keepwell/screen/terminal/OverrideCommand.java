package dev.keepwell.screen.terminal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Overrules the score of an account for a while, and tells who did.
@Command(
        name = "override",
        headerHeading =
                "Examples:%n  ./keepwell override set A1 --band red --author ann --reason Budget%n"
                        + "  ./keepwell override list ext:csv/A1%n%n",
        description = "Overrules the score of an account until a day.",
        mixinStandardHelpOptions = true)
final class OverrideCommand {

    private static final String ACCOUNT = "Our id, ext:<source>/<id>, or its id.";

    private final Terminal terminal;

    OverrideCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell override set A1 --score 40 --author ann --reason No%n"
                            + "  ./keepwell override set A1 --band red --author ann --reason Budget"
                            + "%n%n",
            description = "Publishes a score or a colour instead of the computed one.",
            mixinStandardHelpOptions = true)
    int set(
            @Parameters(paramLabel = "ACCOUNT", description = ACCOUNT) String account,
            @Option(names = "--score", description = "From 0 to 100, one decimal.")
                    @Nullable Double score,
            @Option(names = "--band", description = "red, yellow or green.") @Nullable String band,
            @Option(names = "--author", required = true, description = "Who orders it.")
                    String author,
            @Option(names = "--reason", required = true, description = "Why.") String reason,
            @Option(names = "--expires-on", description = "30 days from now if left out.")
                    @Nullable LocalDate expiresOn) {
        var wanted = new TreeMap<String, Object>(Map.of("author", author, "reason", reason));
        if (score != null) {
            wanted.put("score", score);
        }
        if (band != null) {
            wanted.put("band", band);
        }
        if (expiresOn != null) {
            wanted.put("expires_on", expiresOn.toString());
        }
        return terminal.ask(api -> {
            var ordered = api.post(Refs.path(account) + "/overrides", wanted);
            terminal.output().showLines(ordered, () -> List.of(line(ordered.path("override"))));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell override end ext:csv/A1 --author ann%n"
                            + "  ./keepwell override end A1 --author ann --json%n%n",
            description = "Ends the override that is in force.",
            mixinStandardHelpOptions = true)
    int end(
            @Parameters(paramLabel = "ACCOUNT", description = ACCOUNT) String account,
            @Option(names = "--author", required = true, description = "Who ends it.")
                    String author) {
        return terminal.ask(api -> {
            api.delete(Api.query(Refs.path(account) + "/overrides", Map.of("author", author)));
            terminal.output().tell("The override has ended.");
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell override list ext:csv/A1%n"
                            + "  ./keepwell override list ext:csv/A1 --json%n%n",
            description = "Lists all overrides of an account, the newest first.",
            mixinStandardHelpOptions = true)
    int list(@Parameters(paramLabel = "ACCOUNT", description = ACCOUNT) String account) {
        return terminal.ask(api -> {
            var all = api.get(Refs.path(account) + "/overrides");
            terminal.output()
                    .showLines(
                            all,
                            () -> {
                                var lines = new ArrayList<String>();
                                all.path("data").forEach(it -> lines.add(line(it)));
                                return lines;
                            });
            return Exit.OK;
        });
    }

    private static String line(JsonNode it) {
        var order = it.path("score").isNumber() ? it.path("score") : it.path("band");
        return "%s from %s until %s, by %s: %s%s"
                .formatted(
                        order.asString(),
                        it.path("from").asString(),
                        it.path("expires_on").asString(),
                        it.path("author").asString(),
                        it.path("reason").asString(),
                        it.path("active").asBoolean() ? " (in force)" : "");
    }
}
