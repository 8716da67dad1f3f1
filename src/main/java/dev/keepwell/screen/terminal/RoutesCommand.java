package dev.keepwell.screen.terminal;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/// Lists what the API answers, and to whom.
@Command(
        name = "routes",
        headerHeading = "Examples:%n" + "  ./keepwell routes%n" + "  ./keepwell routes --json%n%n",
        description = "Lists the routes of the API and the permission each needs.",
        mixinStandardHelpOptions = true)
final class RoutesCommand implements Callable<Integer> {

    private final Terminal terminal;

    RoutesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return terminal.ask(api -> {
            var answer = api.get("/routes");
            terminal.output().show(answer, () -> table(answer.path("routes")));
            return Exit.OK;
        });
    }

    private static Table table(JsonNode routes) {
        var table = new Table("methods", "path", "permission");
        for (var route : routes) {
            var methods = route.path("methods").valueStream().map(JsonNode::asString).toList();
            table.row(
                    String.join(" ", methods),
                    route.path("path").asString(),
                    route.path("permission").asString());
        }
        return table;
    }
}
