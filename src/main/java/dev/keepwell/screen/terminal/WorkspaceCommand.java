package dev.keepwell.screen.terminal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Creates workspaces and says how they count.
@Command(
        name = "workspace",
        headerHeading =
                "Examples:%n  ./keepwell workspace show%n"
                        + "  ./keepwell workspace set --zone Europe/Berlin --currency EUR%n%n",
        description = "Workspaces and their reporting conventions.",
        mixinStandardHelpOptions = true)
final class WorkspaceCommand {

    private final Terminal terminal;

    WorkspaceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell workspace create acme%n"
                            + "  ./keepwell workspace create acme --name 'Acme Ltd'%n%n",
            description = "Creates a workspace.",
            mixinStandardHelpOptions = true)
    int create(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--name", paramLabel = "NAME") @Nullable String name) {
        var order = Map.of("id", id, "name", name == null ? id : name);
        return terminal.ask(api -> print(api.post("/workspaces", order)));
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell workspace list%n"
                            + "  ./keepwell workspace list --json%n%n",
            description = "Lists all workspaces.",
            mixinStandardHelpOptions = true)
    int list() {
        return terminal.ask(api -> {
            var answer = api.get("/workspaces");
            terminal.output().show(answer, () -> table(answer.path("data").valueStream().toList()));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell workspace show%n"
                            + "  ./keepwell workspace show --workspace acme --json%n%n",
            description = "Shows how a workspace counts days and money.",
            mixinStandardHelpOptions = true)
    int show() {
        return terminal.ask(api -> print(api.get("/workspace")));
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell workspace set --zone Europe/Berlin%n"
                            + "  ./keepwell workspace set --currency EUR --fiscal-year-start 4%n%n",
            description = "Changes how a workspace counts; what is not named stays.",
            mixinStandardHelpOptions = true)
    int set(
            @Option(names = "--name", paramLabel = "NAME") @Nullable String name,
            @Option(names = "--zone", paramLabel = "ZONE") @Nullable String zone,
            @Option(names = "--currency", paramLabel = "CODE") @Nullable String currency,
            @Option(names = "--fiscal-year-start", paramLabel = "MONTH") @Nullable Integer month) {
        var change = new HashMap<String, Object>();
        if (name != null) {
            change.put("name", name);
        }
        if (zone != null) {
            change.put("zone", zone);
        }
        if (currency != null) {
            change.put("currency", currency);
        }
        if (month != null) {
            change.put("fiscal_year_start_month", month);
        }
        return terminal.ask(api -> print(api.put("/workspace", change)));
    }

    private int print(JsonNode workspace) {
        terminal.output().show(workspace, () -> table(List.of(workspace)));
        return Exit.OK;
    }

    private static Table table(List<JsonNode> workspaces) {
        var table = new Table("workspace", "name", "zone", "currency", "fiscal year starts in");
        for (var it : workspaces) {
            table.row(
                    it.path("id").asString(),
                    it.path("name").asString(),
                    it.path("zone").asString(),
                    it.path("currency").asString(),
                    it.path("fiscal_year_start_month").asString());
        }
        return table;
    }
}
