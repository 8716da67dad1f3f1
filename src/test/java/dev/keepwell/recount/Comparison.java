package dev.keepwell.recount;

import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Evaluation;
import dev.keepwell.metric.Grain;
import dev.keepwell.metric.Metric;
import dev.keepwell.metric.Reading;
import dev.keepwell.metric.Reading.Result;
import dev.keepwell.metric.Span;
import dev.keepwell.warehouse.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Holds what the product answers against what the recount says, cell by cell.
final class Comparison {

    private static final Catalogue CATALOGUE = Catalogue.packaged();
    private static final List<Grain> GRAINS =
            List.of(Grain.ACCOUNT, Grain.SEGMENT, Grain.CSM, Grain.COMPANY);
    private static final Set<String> NOTHING =
            Set.of("0", "ZERO_DENOMINATOR", "NO_DATA", "NOT_APPLICABLE");

    /// Who is asked about, and over which span.
    record Asked(Grain grain, String entity, Group group, Span span) {

        boolean isAccount() {
            return grain == Grain.ACCOUNT;
        }
    }

    /// What the recount says, by component.
    interface Expectation {

        Map<String, Answer> of(Asked asked);
    }

    /// Where the two disagree.
    record Difference(
            String metric, Grain grain, String entity, String component, Span span, String words) {

        @Override
        public String toString() {
            return "%s{%s} of %s %s, %s to %s, as of %s, known on %s: %s"
                    .formatted(
                            metric,
                            component,
                            grain.word(),
                            entity,
                            span.period().start(),
                            span.period().lastDay(),
                            span.asOf(),
                            span.knownOn(),
                            words);
        }
    }

    private record Cell(String entity, Span span) {}

    private final Facts facts;
    private final Recount recount;
    private int cells;

    Comparison(Facts facts, Recount recount) {
        this.facts = facts;
        this.recount = recount;
    }

    /// How many cells were held against each other.
    int cells() {
        return cells;
    }

    /// At every grain that the metric is asked at; accounts first, because they explain the rest.
    List<Difference> of(String name, List<Span> spans, Expectation expectation) {
        var metric = CATALOGUE.named(name);
        for (var grain : GRAINS) {
            if (metric.isAskedPer(grain)) {
                var differences = at(metric, grain, spans, expectation);
                if (!differences.isEmpty()) {
                    return differences;
                }
            }
        }
        return List.of();
    }

    private List<Difference> at(
            Metric metric, Grain grain, List<Span> spans, Expectation expectation) {
        var differences = new ArrayList<Difference>();
        var expected = new HashMap<Cell, Map<String, Answer>>();
        for (var span : spans) {
            recount.groups(grain)
                    .forEach((entity, group) -> {
                        var asked = new Asked(grain, entity, group, span);
                        expected.put(new Cell(entity, span), expectation.of(asked));
                    });
        }
        var heard = new HashSet<Cell>();
        for (var reading : new Evaluation(facts).of(metric, grain, spans)) {
            var cell = new Cell(reading.entity(), reading.span());
            heard.add(cell);
            var answer = expected.getOrDefault(cell, Map.of()).get(reading.component());
            if (answer != null) {
                cells++;
                hold(differences, reading, answer);
            }
        }
        expected.forEach((cell, answers) -> {
            if (!heard.contains(cell)) {
                answers.forEach((component, answer) -> {
                    if (!NOTHING.contains(answer.words())) {
                        differences.add(
                                difference(
                                        metric,
                                        grain,
                                        cell,
                                        component,
                                        answer.words() + " but there is no reading"));
                    }
                });
            }
        });
        return differences;
    }

    private static void hold(List<Difference> differences, Reading reading, Answer expected) {
        var actual =
                switch (reading.result()) {
                    case Result.Value(_, var value, var parts, _) ->
                            expected.isFraction() ? Answer.of(parts) : Answer.of(value);
                    case Result.None(var status) -> new Answer(status.name());
                };
        if (!actual.equals(expected)) {
            differences.add(
                    new Difference(
                            reading.metric().value(),
                            reading.grain(),
                            reading.entity(),
                            reading.component(),
                            reading.span(),
                            "recounted %s, answered %s"
                                    .formatted(expected.words(), actual.words())));
        }
    }

    private static Difference difference(
            Metric metric, Grain grain, Cell cell, String component, String words) {
        return new Difference(
                metric.name().value(), grain, cell.entity(), component, cell.span(), words);
    }
}
