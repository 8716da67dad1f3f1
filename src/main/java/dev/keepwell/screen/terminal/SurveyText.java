package dev.keepwell.screen.terminal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// A survey of the catalogue for people: how long it took, what took longest, what has no answer.
final class SurveyText {

    private static final int SLOWEST = 5;

    private SurveyText() {}

    private record Cost(String metric, long facts, long query) {

        long all() {
            return facts + query;
        }

        Cost and(Cost other) {
            return new Cost(metric, facts + other.facts, query + other.query);
        }
    }

    static List<String> lines(JsonNode answer) {
        var lines = new ArrayList<String>();
        var costs = costs(answer);
        lines.add(summary(answer, costs.size()));
        lines.add("slowest:");
        costs.stream()
                .sorted(Comparator.comparingLong(Cost::all).reversed())
                .limit(SLOWEST)
                .forEach(it ->
                        lines.add(
                                String.format(
                                        Locale.ROOT,
                                        "  %-32s %,6d ms, of which %,d ms for facts",
                                        it.metric(),
                                        it.all(),
                                        it.facts())));
        var silent = silent(answer);
        if (!silent.isEmpty()) {
            lines.add("without any value:");
            lines.addAll(silent);
        }
        return lines;
    }

    private static String summary(JsonNode answer, int metrics) {
        var millis = Math.max(1, answer.path("millis").asLong());
        long answers =
                answer.path("data")
                        .valueStream()
                        .mapToLong(it -> it.path("answers").asLong())
                        .sum();
        return String.format(
                Locale.ROOT,
                "%d metrics on %d days: %,d answers in %.1f s, %,d a second",
                metrics,
                answer.path("days").asInt(),
                answers,
                millis / 1000.0,
                answers * 1000 / millis);
    }

    /// A metric has a line for each grain; together they are what it costs.
    private static Collection<Cost> costs(JsonNode answer) {
        var costs = new LinkedHashMap<String, Cost>();
        for (var it : answer.path("data")) {
            var metric = it.path("metric").asString();
            var cost =
                    new Cost(
                            metric,
                            it.path("fact_millis").asLong(),
                            it.path("query_millis").asLong());
            costs.merge(metric, cost, Cost::and);
        }
        return costs.values();
    }

    private static List<String> silent(JsonNode answer) {
        return answer.path("data")
                .valueStream()
                .filter(it -> it.path("values").asLong() == 0)
                .map(it ->
                        "  %s per %s"
                                .formatted(
                                        it.path("metric").asString(), it.path("grain").asString()))
                .toList();
    }
}
