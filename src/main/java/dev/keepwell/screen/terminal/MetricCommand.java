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

    private static final int ROWS_MAX = 5_000;

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
        var path = path(id, "values", new Asked(asOf, period, grain, entity, knownAt));
        return terminal.ask(api -> {
            var answer = api.get(path);
            terminal.output().show(answer, () -> values(answer.path("data")));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell metric rows mrr --as-of 2024-12-31%n  ./keepwell"
                            + " metric rows nps --grain account --entity ext:csv/A1%n%n",
            description = "Prints the rows behind one value, and what they amount to.",
            mixinStandardHelpOptions = true)
    int rows(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--as-of", paramLabel = "DAY") @Nullable String asOf,
            @Option(names = "--period", paramLabel = "P") @Nullable String period,
            @Option(names = "--grain", paramLabel = "G") @Nullable String grain,
            @Option(names = "--entity", paramLabel = "E") @Nullable String entity,
            @Option(names = "--known-at", paramLabel = "MOMENT") @Nullable String knownAt) {
        var path = path(id, "rows", new Asked(asOf, period, grain, entity, knownAt));
        return terminal.ask(api -> {
            var answer = api.get(path + (path.contains("?") ? "&" : "?") + "limit=" + ROWS_MAX);
            terminal.output().show(answer, () -> traces(answer.path("data")));
            answer.path("recomputed")
                    .forEach(it ->
                            terminal.output()
                                    .tell(
                                            "the rows make %s %s"
                                                    .formatted(
                                                            it.path("component").asString("value"),
                                                            Numbers.full(it.path("value")))));
            if (answer.path("reconcile").isObject()) {
                terminal.output().tell(reconciled(answer.path("reconcile")));
            }
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

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell metric survey --as-of 2024-12-31%n"
                            + "  ./keepwell metric survey --months 24 --traced 3 --json%n%n",
            description = "Asks every metric at every grain: what answers, and how long it takes.",
            mixinStandardHelpOptions = true)
    int survey(
            @Option(names = "--as-of", paramLabel = "DAY") @Nullable String asOf,
            @Option(names = "--months", paramLabel = "N", defaultValue = "1") String months,
            @Option(names = "--traced", paramLabel = "N", defaultValue = "0") String traced) {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "as_of", asOf);
        put(parameters, "months", months);
        put(parameters, "traced", traced);
        return terminal.ask(api -> {
            var answer = api.get(Api.query("/survey", parameters));
            terminal.output().showLines(answer, () -> SurveyText.lines(answer));
            return answer.path("data")
                            .valueStream()
                            .allMatch(it -> it.path("unexplained").isEmpty())
                    ? Exit.OK
                    : Exit.FAILED;
        });
    }

    @Command(
            name = "new",
            headerHeading =
                    "Examples:%n  ./keepwell metric new weekend_days --family adoption%n"
                            + "  ./keepwell metric new weekend_days --owner product-analytics%n%n",
            description = "Writes a metric file that works, for you to change.",
            mixinStandardHelpOptions = true)
    int create(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--family", paramLabel = "FOLDER", defaultValue = "own") String family,
            @Option(names = "--owner", paramLabel = "WHO", defaultValue = "analytics")
                    String owner) {
        var file = new MetricDesk(terminal.home()).create(id, family, owner);
        terminal.output().print(file.toString());
        terminal.output().tell("Change it, then run './keepwell metric check %s'.".formatted(id));
        return Exit.OK;
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell metric check%n"
                            + "  ./keepwell metric check weekend_days%n%n",
            description = "Looks metric files over and runs their examples; without a name, yours.",
            mixinStandardHelpOptions = true)
    int check(@Parameters(paramLabel = "ID or FILE", arity = "0..*") @Nullable List<String> asked) {
        var names = asked == null ? List.<String>of() : asked;
        var desk = new MetricDesk(terminal.home());
        var complaints = desk.check(names);
        complaints.forEach(terminal.output()::print);
        if (complaints.isEmpty()) {
            terminal.output().tell("%d metrics, all well.".formatted(desk.files(names).size()));
        }
        return complaints.isEmpty() ? Exit.OK : Exit.FAILED;
    }

    /// What a question says beside its metric.
    private record Asked(
            @Nullable String asOf,
            @Nullable String period,
            @Nullable String grain,
            @Nullable String entity,
            @Nullable String knownAt) {}

    private static String path(String id, String what, Asked asked) {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "as_of", asked.asOf());
        put(parameters, "period", asked.period());
        put(parameters, "grain", asked.grain());
        put(parameters, "entity", asked.entity());
        put(parameters, "known_at", asked.knownAt());
        return Api.query("/metrics/%s/%s".formatted(Api.encoded(id), what), parameters);
    }

    private static String reconciled(JsonNode it) {
        var line = new StringBuilder("reconciled: opening " + Numbers.full(it.path("opening")));
        it.path("movements")
                .properties()
                .forEach(step ->
                        line.append(", ")
                                .append(step.getKey())
                                .append(' ')
                                .append(Numbers.full(step.getValue())));
        return line.append(", closing ")
                .append(Numbers.full(it.path("closing")))
                .append(", difference ")
                .append(Numbers.full(it.path("difference")))
                .toString();
    }

    private static Table traces(JsonNode rows) {
        var table =
                new Table(
                        "side", "line", "amount", "day", "account", "table", "source id", "label");
        for (var it : rows) {
            table.row(
                    it.path("side").asString(),
                    it.path("component").asString("-"),
                    Numbers.full(it.path("amount")),
                    it.path("day").asString("-"),
                    it.path("account_id").asString("-"),
                    it.path("table").asString("-"),
                    it.path("source_id").asString("-"),
                    it.path("label").asString("-"));
        }
        return table;
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
