package dev.keepwell.screen.terminal;

import java.util.ArrayList;
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
    }

    static List<String> lines(JsonNode answer) {
        long answers = 0;
        var costs = new LinkedHashMap<String, Cost>();
        var silent = new ArrayList<String>();
        for (var it : answer.path("data")) {
            answers += it.path("answers").asLong();
            var metric = it.path("metric").asString();
            costs.merge(
                    metric,
                    new Cost(
                            metric,
                            it.path("fact_millis").asLong(),
                            it.path("query_millis").asLong()),
                    (one, other) ->
                            new Cost(
                                    metric,
                                    one.facts() + other.facts(),
                                    one.query() + other.query()));
            if (it.path("values").asLong() == 0) {
                silent.add("  %s per %s".formatted(metric, it.path("grain").asString()));
            }
        }
        var millis = Math.max(1, answer.path("millis").asLong());
        var lines = new ArrayList<String>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%d metrics on %d days: %,d answers in %.1f s, %,d a second",
                        costs.size(),
                        answer.path("days").asInt(),
                        answers,
                        millis / 1000.0,
                        answers * 1000 / millis));
        lines.add("slowest:");
        costs.values().stream()
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
        if (!silent.isEmpty()) {
            lines.add("without any value:");
            lines.addAll(silent);
        }
        return lines;
    }
}
