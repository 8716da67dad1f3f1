package dev.keepwell.screen.terminal;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The anatomy of a score on paper: enough digits to compute it again by hand.
final class AnatomyText {

    private AnatomyText() {}

    static List<String> lines(JsonNode health) {
        var lines = new ArrayList<String>();
        lines.add(
                "%s on %s, by model %s version %s"
                        .formatted(
                                health.path("account").asString(),
                                health.path("as_of").asString(),
                                health.path("model").asString(),
                                health.path("model_version").asString()));
        lines.add("");
        lines.addAll(measures(health.path("groups")).lines());
        lines.add("");
        lines.addAll(steps(health).lines());
        caps(lines, health.path("caps"));
        health.path("warnings").forEach(it -> lines.add("warning  " + it.asString()));
        return lines;
    }

    private static Table measures(JsonNode groups) {
        var table =
                new Table(
                        "group / measure",
                        "value",
                        "points",
                        "weight",
                        "effective",
                        "contribution",
                        "status",
                        "source",
                        "observed");
        for (var group : groups) {
            table.row(
                    group.path("id").asString(),
                    "",
                    Numbers.full(group.path("score")),
                    Numbers.full(group.path("weight")),
                    Numbers.full(group.path("effective_weight")),
                    Numbers.full(group.path("contribution")),
                    group.path("standing").asString().replace('_', ' '),
                    "coverage " + Numbers.full(group.path("coverage")),
                    "");
            group.path("measures").forEach(it -> measure(table, it));
        }
        return table;
    }

    private static void measure(Table table, JsonNode measure) {
        table.row(
                "  " + measure.path("id").asString(),
                Numbers.full(measure.path("value")),
                Numbers.full(measure.path("points")),
                Numbers.full(measure.path("weight")),
                Numbers.full(measure.path("effective_weight")),
                Numbers.full(measure.path("contribution")),
                measure.path("status").asString(),
                measure.path("source").asString("-"),
                measure.path("observed_at").asString("-"));
    }

    private static Table steps(JsonNode health) {
        return new Table("step", "score", "")
                .row("raw", Numbers.full(health.path("raw")), "sum of the contributions")
                .row("rounded", Numbers.full(health.path("rounded")), "to one decimal, half up")
                .row("capped", Numbers.full(health.path("capped")), "")
                .row("published", Numbers.full(health.path("published")), "")
                .row(
                        "band",
                        health.path("band").asString(),
                        "plain band " + health.path("plain_band").asString())
                .row(
                        "coverage",
                        Numbers.full(health.path("coverage")),
                        health.path("status").asString());
    }

    private static void caps(List<String> lines, JsonNode caps) {
        for (var cap : caps) {
            lines.add(
                    "cap %s  at most %s%s"
                            .formatted(
                                    cap.path("id").asString(),
                                    cap.path("at_most").asString(),
                                    cap.path("binding").asBoolean() ? ", binding" : ""));
        }
    }
}
