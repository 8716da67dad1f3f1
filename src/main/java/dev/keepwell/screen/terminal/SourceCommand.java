package dev.keepwell.screen.terminal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Shows what comes of each source, and changes what somebody decides about one.
@Command(
        name = "source",
        headerHeading =
                "Examples:%n  ./keepwell source list%n  ./keepwell source set crm --every 1d%n%n",
        description = "Where data comes from, how often, and how much.",
        mixinStandardHelpOptions = true)
final class SourceCommand {

    private final Terminal terminal;

    SourceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell source list%n"
                            + "  ./keepwell source list --tables%n%n",
            description = "Lists the sources: when each came last, and whether it is late.",
            mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--tables", description = "Lists the tables that each source feeds.")
                    boolean tables) {
        return terminal.ask(api -> {
            var answer = api.get("/sources");
            terminal.output().show(answer, () -> sources(answer.path("data"), tables));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell source set crm --every 7d --table invoice%n"
                            + "  ./keepwell source set crm --owner \"Ana Torres\"%n%n",
            description = "Says how often to expect a source, or who looks after it.",
            mixinStandardHelpOptions = true)
    int set(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--every", description = "12h, 1d, 7d or learned.")
                    @Nullable String every,
            @Option(names = "--table", description = "One table of the source.")
                    @Nullable String table,
            @Option(names = "--owner", description = "Who looks after it.")
                    @Nullable String owner) {
        var change = new LinkedHashMap<String, Object>();
        add(change, "expected_every", every);
        add(change, "table", table);
        add(change, "owner", owner);
        return change(name, change);
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell source pause crm%n"
                            + "  ./keepwell source pause crm --json%n%n",
            description = "Takes nothing in from a source until it is resumed.",
            mixinStandardHelpOptions = true)
    int pause(@Parameters(paramLabel = "NAME") String name) {
        return change(name, Map.of("paused", true));
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell source resume crm%n"
                            + "  ./keepwell source resume crm --json%n%n",
            description = "Takes in from a source again.",
            mixinStandardHelpOptions = true)
    int resume(@Parameters(paramLabel = "NAME") String name) {
        return change(name, Map.of("paused", false));
    }

    private int change(String name, Map<String, Object> change) {
        return terminal.ask(api -> {
            var answer = api.put("/sources/" + Api.encoded(name), change);
            terminal.output().show(answer, () -> row(table(), name, answer.path("whole")));
            return Exit.OK;
        });
    }

    private static void add(Map<String, Object> change, String key, @Nullable String value) {
        if (value != null) {
            change.put(key, value);
        }
    }

    private static Table sources(JsonNode sources, boolean tables) {
        var table = table();
        for (var source : sources) {
            var name = source.path("name").asString();
            row(table, name, source.path("whole"));
            if (tables) {
                for (var each : source.path("tables")) {
                    row(table, name + "/" + each.path("table").asString(), each);
                }
            }
        }
        return table;
    }

    private static Table table() {
        return new Table(
                "source", "state", "last", "every", "complete until", "today", "usual", "rejected");
    }

    private static Table row(Table table, String name, JsonNode it) {
        return table.row(
                name,
                it.path("state").asString(),
                it.path("last_arrival").asString("-"),
                it.path("expected_every").asString("-"),
                it.path("complete_until").asString("-"),
                it.path("rows_today").asString(),
                it.path("usual").path("median").asString("-"),
                it.path("rejected_month").asString());
    }
}
