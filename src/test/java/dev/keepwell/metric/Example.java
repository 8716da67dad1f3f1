package dev.keepwell.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.keepwell.kernel.Keys;
import dev.keepwell.warehouse.Facts;
import dev.keepwell.warehouse.GivenFacts;
import dev.keepwell.workspace.Conventions;
import dev.keepwell.workspace.Settings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/// One worked example of a metric file: given these facts, expect these values.
final class Example {

    private static final Set<String> KEYS =
            Set.of(
                    "name",
                    "as_of",
                    "known_on",
                    "period",
                    "window",
                    "missing",
                    "settings",
                    "given",
                    "expect");

    private final Metric metric;
    private final Keys keys;

    private Example(Metric metric, Keys keys) {
        this.metric = metric;
        this.keys = keys;
    }

    static List<Example> all(MetricFile file) {
        var place = "the examples of " + file.metric().name();
        var block = Keys.of(place, new Yaml().load(file.examples())).only(Set.of("examples"));
        var examples = new ArrayList<Example>();
        for (var example : (List<?>) block.find("examples").orElseThrow()) {
            examples.add(new Example(file.metric(), Keys.of(place, example).only(KEYS)));
        }
        return examples;
    }

    String name() {
        return keys.text("name");
    }

    void check() {
        var expected = GivenFacts.rows(keys.text("expect"));
        var span = span(Grain.ACCOUNT);
        try (var facts = GivenRows.open(keys, span, metric.rules().sources(), conventions())) {
            for (var row : expected.subList(1, expected.size())) {
                check(facts, expected.getFirst(), row);
            }
        }
    }

    private void check(Facts facts, List<String> columns, List<String> row) {
        var everybody = row.getFirst().equals("(all)");
        var grain = everybody ? Grain.COMPANY : Grain.ACCOUNT;
        var component = columns.contains("component") ? row.get(columns.indexOf("component")) : "";
        var reading =
                new Evaluation(facts)
                        .of(metric, grain, List.of(span(grain))).stream()
                                .filter(it -> everybody || it.entity().equals(row.getFirst()))
                                .filter(it -> it.component().equals(component))
                                .findFirst()
                                .orElseThrow();
        recompute(facts, reading, span(grain));
        for (int i = 1; i < columns.size(); i++) {
            same(reading, row.getFirst(), columns.get(i), row.get(i));
        }
    }

    /// Where a metric tells the rows behind its values, they make them; unless the example gives
    /// the facts in between and not those of the rows.
    private void recompute(Facts facts, Reading reading, Span span) {
        var evidence = metric.queries().rows();
        var given = Keys.of(name(), keys.find("given").orElseThrow()).names();
        if (evidence.query().isEmpty() || !given.containsAll(evidence.reads())) {
            return;
        }
        var rows = new Tracing(facts).of(metric, reading.grain(), reading.entity(), span);
        var trail = new Trail(metric, reading.grain(), rows);
        var told = trail.rows().stream().anyMatch(it -> it.component().equals(reading.component()));
        if (trail.isComplete() && told && reading.value().isPresent()) {
            assertThat(trail.recomputed(reading.component()))
                    .as("the rows of %s %s", reading.entity(), reading.component())
                    .hasValueSatisfying(it ->
                            assertThat(it.doubleValue())
                                    .isCloseTo(
                                            reading.value().orElseThrow().doubleValue(),
                                            within(1e-9)));
        }
        if (trail.isComplete() && !told && reading.component().isEmpty()) {
            assertThat(reading.value().map(BigDecimal::signum).orElse(0))
                    .as("a value of %s without rows", reading.entity())
                    .isZero();
        }
    }

    private static void same(Reading reading, String entity, String column, String cell) {
        switch (column) {
            case "component" -> {}
            case "status" -> assertThat(reading.status()).as(entity).hasToString(cell);
            case "warnings" ->
                    assertThat(String.join(" ", reading.warnings())).as(entity).isEqualTo(cell);
            case "observed" -> assertThat(observed(reading)).as(entity).isEqualTo(cell);
            case "value" -> close(entity, reading.value().map(Number::doubleValue), cell, 1e-9);
            case "numerator" -> close(entity, part(reading, 0), cell, 1e-9);
            case "denominator" -> close(entity, part(reading, 1), cell, 1e-9);
            case "ci_low" ->
                    close(
                            entity,
                            Optional.ofNullable(reading.interval()).map(Interval::low),
                            cell,
                            1e-3);
            case "ci_high" ->
                    close(
                            entity,
                            Optional.ofNullable(reading.interval()).map(Interval::high),
                            cell,
                            1e-3);
            case String other -> throw new IllegalArgumentException("No column " + other);
        }
    }

    private static String observed(Reading reading) {
        return switch (reading.result()) {
            case Reading.Result.Value(_, _, _, var day) -> LocalDate.ofEpochDay(day).toString();
            case Reading.Result.None _ -> "";
        };
    }

    private static void close(
            String entity, Optional<Double> actual, String cell, double tolerance) {
        if (cell.isEmpty()) {
            assertThat(actual).as(entity).isEmpty();
        } else {
            assertThat(actual.orElseThrow())
                    .as(entity)
                    .isCloseTo(Double.parseDouble(cell), within(tolerance));
        }
    }

    private static Optional<Double> part(Reading reading, int index) {
        return switch (reading.result()) {
            case Reading.Result.Value(_, _, var parts, _) ->
                    Optional.of(parts.get(index).doubleValue());
            case Reading.Result.None _ -> Optional.empty();
        };
    }

    private Span span(Grain grain) {
        var bounds = keys.find("window").map(it -> it.toString().replace(" until ", "/"));
        var period = bounds.or(() -> keys.find("period").map(Object::toString));
        var asOf = GivenRows.day(keys, "as_of").orElse(GivenRows.ALWAYS.minusDays(1));
        var knownOn = GivenRows.day(keys, "known_on").orElse(GivenRows.ALWAYS);
        return new Question(metric, grain, asOf, period.orElse(null), knownOn, conventions())
                .span();
    }

    private Conventions conventions() {
        var decided = new TreeMap<String, String>();
        keys.find("settings")
                .map(it -> Keys.of(name(), it))
                .ifPresent(it ->
                        it.names().forEach(setting -> decided.put(setting, it.text(setting))));
        return Conventions.DEFAULT.under(new Settings(0, decided));
    }
}
