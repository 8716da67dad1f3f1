package dev.keepwell.screen.terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Tells which mappings come with the program, and what is in them.
@Command(
        name = "mapping",
        headerHeading =
                "Examples:%n  ./keepwell mapping list%n"
                        + "  ./keepwell mapping show telco > mine.yaml%n%n",
        description = "Ready mappings for the exports of other systems.",
        mixinStandardHelpOptions = true)
final class MappingCommand {

    private final Terminal terminal;

    MappingCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            headerHeading = "Examples:%n  ./keepwell mapping list%n%n",
            description = "Lists them, with the tables that each fills.",
            mixinStandardHelpOptions = true)
    int list() {
        return terminal.ask(api -> {
            var answer = api.get("/mappings");
            terminal.output().show(answer, () -> table(answer.path("data")));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell mapping show salesforce%n"
                            + "  ./keepwell mapping show telco > mine.yaml%n%n",
            description = "Prints one, with what it leaves out and why; copy it to change it.",
            mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "NAME") String name) {
        return terminal.ask(api -> {
            var answer = api.get("/mappings/" + Api.encoded(name));
            var yaml = answer.path("yaml").asString();
            terminal.output().showLines(answer, () -> yaml.lines().toList());
            return Exit.OK;
        });
    }

    private static Table table(JsonNode mappings) {
        var table = new Table("name", "title", "files", "tables");
        for (var mapping : mappings) {
            var tables = mapping.path("tables").valueStream().map(JsonNode::asString).toList();
            table.row(
                    mapping.path("name").asString(),
                    mapping.path("title").asString(),
                    String.valueOf(mapping.path("files").size()),
                    String.join(", ", tables));
        }
        return table;
    }
}
