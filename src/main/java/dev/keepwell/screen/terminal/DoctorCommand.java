package dev.keepwell.screen.terminal;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/// Says whether the installation is sound.
@Command(
        name = "doctor",
        headerHeading = "Examples:%n  ./keepwell doctor%n  ./keepwell doctor --json%n%n",
        description = "Looks at the installation; exit code 1 and a list of repairs if need be.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private final Terminal terminal;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return terminal.ask(api -> {
            var answer = api.get("/checks");
            terminal.output().show(answer, () -> table(answer.path("checks")));
            for (var check : answer.path("checks")) {
                if (!check.path("ok").asBoolean()) {
                    terminal.output().tell(check.path("repair").asString());
                }
            }
            return answer.path("ok").asBoolean() ? Exit.OK : Exit.FAILED;
        });
    }

    private static Table table(JsonNode checks) {
        var table = new Table("check", "is", "found");
        for (var it : checks) {
            table.row(
                    it.path("name").asString(),
                    it.path("ok").asBoolean() ? "sound" : "not sound",
                    it.path("found").asString());
        }
        return table;
    }
}
