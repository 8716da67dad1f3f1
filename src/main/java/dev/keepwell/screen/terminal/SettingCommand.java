package dev.keepwell.screen.terminal;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Shows and changes what a workspace has decided about its metrics.
@Command(
        name = "setting",
        headerHeading =
                "Examples:%n  ./keepwell setting list%n"
                        + "  ./keepwell setting set bridge_gap_days 7%n%n",
        description = "What a workspace decides about its metrics.",
        mixinStandardHelpOptions = true)
final class SettingCommand {

    private final Terminal terminal;

    SettingCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell setting list%n  ./keepwell setting list --json%n%n",
            description = "Lists the settings with their values and meanings.",
            mixinStandardHelpOptions = true)
    int list() {
        return terminal.ask(api -> {
            var answer = api.get("/settings");
            terminal.output().show(answer, () -> settings(answer.path("data")));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell setting set bridge_gap_days 7%n"
                            + "  ./keepwell setting set discount_policy GROSS --json%n%n",
            description = "Changes a setting and says which history that restates.",
            mixinStandardHelpOptions = true)
    int set(
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "VALUE") String value) {
        return terminal.ask(api -> {
            var answer = api.put("/settings", Map.of(name, value));
            terminal.output().show(answer, () -> restated(answer));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell setting log%n  ./keepwell setting log --json%n%n",
            description = "Lists the changes there were, the newest first.",
            mixinStandardHelpOptions = true)
    int log() {
        return terminal.ask(api -> {
            var answer = api.get("/settings/decisions");
            terminal.output().show(answer, () -> decisions(answer.path("data")));
            return Exit.OK;
        });
    }

    private static Table settings(JsonNode settings) {
        var table = new Table("setting", "value", "usual", "meaning");
        for (var it : settings) {
            table.row(
                    it.path("name").asString(),
                    it.path("value").asString(),
                    it.path("usual").asString(),
                    it.path("meaning").asString().strip().replaceAll("\\s+", " "));
        }
        return table;
    }

    private static Table restated(JsonNode answer) {
        var table = new Table("version", "restates");
        for (var it : answer.path("restates")) {
            table.row(answer.path("version").asString(), it.asString());
        }
        return table;
    }

    private static Table decisions(JsonNode decisions) {
        var table = new Table("version", "at", "setting", "before", "value");
        for (var it : decisions) {
            table.row(
                    it.path("version").asString(),
                    it.path("at").asString(),
                    it.path("name").asString(),
                    it.path("before").asString(),
                    it.path("value").asString());
        }
        return table;
    }
}
