package dev.keepwell.screen.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Asks for metrics: what there is, what one means, and its values.
@Command(
        name = "metric",
        headerHeading =
                "Examples:%n  ./keepwell metric value mrr --as-of 2024-12-31%n"
                        + "  ./keepwell metric explain net_revenue_retention%n%n",
        description = "Metrics, their meaning and their values.",
        mixinStandardHelpOptions = true)
final class MetricCommand {

    private final Terminal terminal;

    MetricCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell metric value mrr --as-of 2024-12-31%n"
                            + "  ./keepwell metric value csat --period 2024-Q4 --grain segment%n%n",
            description = "Prints values with all that is needed to believe them.",
            mixinStandardHelpOptions = true)
    int value(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--as-of", paramLabel = "DAY") @Nullable String asOf,
            @Option(names = "--period", paramLabel = "P") @Nullable String period,
            @Option(names = "--grain", paramLabel = "G") @Nullable String grain,
            @Option(names = "--entity", paramLabel = "E") @Nullable String entity,
            @Option(names = "--known-at", paramLabel = "MOMENT") @Nullable String knownAt) {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "as_of", asOf);
        put(parameters, "period", period);
        put(parameters, "grain", grain);
        put(parameters, "entity", entity);
        put(parameters, "known_at", knownAt);
        var path = Api.query("/metrics/" + Api.encoded(id) + "/values", parameters);
        return terminal.ask(api -> {
            var answer = api.get(path);
            terminal.output().show(answer, () -> values(answer.path("data")));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell metric list%n  ./keepwell metric list --json%n%n",
            description = "Lists the metrics of the catalogue.",
            mixinStandardHelpOptions = true)
    int list() {
        return terminal.ask(api -> {
            var answer = api.get("/metrics");
            terminal.output().show(answer, () -> names(answer.path("data")));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell metric explain dau%n"
                            + "  ./keepwell metric explain quick_ratio --json%n%n",
            description = "Prints what a metric means and how it is computed.",
            mixinStandardHelpOptions = true)
    int explain(@Parameters(paramLabel = "ID") String id) {
        return terminal.ask(api -> {
            var metric = api.get("/metrics/" + Api.encoded(id));
            terminal.output().showLines(metric, () -> meaning(metric));
            return Exit.OK;
        });
    }

    private static void put(
            SequencedMap<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    private static Table values(JsonNode envelopes) {
        var table =
                new Table(
                        "entity",
                        "component",
                        "from",
                        "until",
                        "as of",
                        "value",
                        "n",
                        "status",
                        "warnings");
        for (var it : envelopes) {
            var warnings = it.path("warnings").valueStream().map(JsonNode::asString).toList();
            table.row(
                    it.path("entity_id").asString(),
                    it.path("component").asString("-"),
                    it.path("window_start").asString(),
                    it.path("window_end").asString(),
                    it.path("as_of").asString(),
                    Numbers.value(it.path("value")),
                    Numbers.full(it.path("n")),
                    it.path("status").asString(),
                    String.join(" ", warnings));
        }
        return table;
    }

    private static Table names(JsonNode metrics) {
        var table = new Table("id", "unit", "question");
        for (var it : metrics) {
            table.row(
                    it.path("id").asString(),
                    it.path("unit").asString(),
                    it.path("question").asString());
        }
        return table;
    }

    private static List<String> meaning(JsonNode metric) {
        var lines = new ArrayList<String>();
        lines.add(
                "%s, version %s"
                        .formatted(
                                metric.path("title").asString(),
                                metric.path("version").asString()));
        lines.add(metric.path("question").asString());
        lines.add("");
        lines.addAll(metric.path("meaning").asString().strip().lines().toList());
        metric.path("caveats").forEach(it -> lines.add("- " + it.asString()));
        lines.add("");
        lines.addAll(metric.path("query").asString().lines().toList());
        return lines;
    }
}
