package dev.keepwell.metric;

import dev.keepwell.kernel.Keys;
import dev.keepwell.warehouse.Facts;
import dev.keepwell.warehouse.GivenFacts;
import dev.keepwell.workspace.Conventions;
import dev.keepwell.workspace.Settings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/// Runs one worked example of a metric file: given these facts, these are the values. Where the
/// file tells the rows behind a value, they have to make it.
public final class Proof {

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
    private static final double EXACT = 1e-9;
    private static final double ROUNDED = 1e-3;

    private final Metric metric;
    private final Keys keys;

    private Proof(Metric metric, Keys keys) {
        this.metric = metric;
        this.keys = keys;
    }

    /// The examples of a file, in its order.
    public static List<Proof> all(MetricFile file) {
        var place = "the examples of " + file.metric().name();
        var block = Keys.of(place, new Yaml().load(file.examples())).only(Set.of("examples"));
        var proofs = new ArrayList<Proof>();
        for (var example : (List<?>) block.find("examples").orElse(List.of())) {
            proofs.add(new Proof(file.metric(), Keys.of(place, example).only(KEYS)));
        }
        return List.copyOf(proofs);
    }

    public String name() {
        return keys.text("name");
    }

    /// What came out otherwise than the example says; nothing when it proves what it should.
    public List<String> complaints() {
        var expected = GivenFacts.rows(keys.text("expect"));
        var complaints = new ArrayList<String>();
        var sources = metric.rules().sources();
        var spans = List.of(span(Grain.ACCOUNT), span(Grain.COMPANY));
        try (var facts = GivenRows.open(keys, spans, sources, conventions())) {
            for (var row : expected.subList(1, expected.size())) {
                check(facts, expected.getFirst(), row, complaints);
            }
        }
        return complaints;
    }

    private void check(
            Facts facts, List<String> columns, List<String> row, List<String> complaints) {
        var entity = row.getFirst();
        var grain = grain(columns, row);
        var component = columns.contains("component") ? row.get(columns.indexOf("component")) : "";
        var found =
                new Evaluation(facts)
                        .of(metric, grain, List.of(span(grain))).stream()
                                .filter(it -> grain == Grain.COMPANY || it.entity().equals(entity))
                                .filter(it -> it.component().equals(component))
                                .findFirst();
        if (found.isEmpty()) {
            complaints.add("there is no %s %s.".formatted(entity, component).replace(" .", "."));
            return;
        }
        var reading = found.get();
        recompute(facts, reading, complaints);
        for (int i = 1; i < columns.size(); i++) {
            var actual = actual(reading, columns.get(i));
            if (actual != null && !same(columns.get(i), actual, row.get(i))) {
                complaints.add(
                        "%s of %s is '%s', not '%s'."
                                .formatted(
                                        columns.get(i),
                                        component.isEmpty() ? entity : entity + " " + component,
                                        actual,
                                        row.get(i)));
            }
        }
    }

    private static Grain grain(List<String> columns, List<String> row) {
        if (row.getFirst().equals("(all)")) {
            return Grain.COMPANY;
        }
        return columns.contains("grain")
                ? Grain.named(row.get(columns.indexOf("grain")))
                : Grain.ACCOUNT;
    }

    /// Unless the example gives the facts in between and not those of the rows.
    private void recompute(Facts facts, Reading reading, List<String> complaints) {
        var evidence = metric.queries().rows();
        var given = Keys.of(name(), keys.find("given").orElse(null)).names();
        if (evidence.query().isEmpty() || !given.containsAll(evidence.reads())) {
            return;
        }
        var span = span(reading.grain());
        var rows = new Tracing(facts).of(metric, reading.grain(), reading.entity(), span);
        var trail = new Trail(metric, reading.grain(), rows);
        if (!trail.explains(reading)) {
            complaints.add(
                    "the rows of %s %s make %s, not %s."
                            .formatted(
                                    reading.entity(),
                                    reading.component(),
                                    trail.recomputed(reading.component())
                                            .map(BigDecimal::toPlainString)
                                            .orElse("nothing"),
                                    reading.value()
                                            .map(BigDecimal::toPlainString)
                                            .orElse("nothing")));
        }
    }

    private static @Nullable String actual(Reading reading, String column) {
        return switch (column) {
            case "component", "grain" -> null;
            case "status" -> reading.status().name();
            case "warnings" -> String.join(" ", reading.warnings());
            case "observed" -> observed(reading);
            case "value" -> text(reading.value());
            case "numerator" -> text(part(reading, 0));
            case "denominator" -> text(part(reading, 1));
            case "ci_low" -> text(interval(reading).map(it -> BigDecimal.valueOf(it.low())));
            case "ci_high" -> text(interval(reading).map(it -> BigDecimal.valueOf(it.high())));
            case String other -> throw new IllegalArgumentException("No column is called " + other);
        };
    }

    private static boolean same(String column, String actual, String expected) {
        if (actual.equals(expected)) {
            return true;
        }
        try {
            var tolerance = column.startsWith("ci_") ? ROUNDED : EXACT;
            return Math.abs(Double.parseDouble(actual) - Double.parseDouble(expected)) <= tolerance;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Optional<Interval> interval(Reading reading) {
        return Optional.ofNullable(reading.interval());
    }

    private static String text(Optional<BigDecimal> number) {
        return number.map(it -> it.stripTrailingZeros().toPlainString()).orElse("");
    }

    private static String observed(Reading reading) {
        return switch (reading.result()) {
            case Reading.Result.Value(_, _, _, var day) -> LocalDate.ofEpochDay(day).toString();
            case Reading.Result.None _ -> "";
        };
    }

    private static Optional<BigDecimal> part(Reading reading, int index) {
        return switch (reading.result()) {
            case Reading.Result.Value(_, _, var parts, _) -> Optional.of(parts.get(index));
            case Reading.Result.None _ -> Optional.empty();
        };
    }

    private Span span(Grain grain) {
        var bounds = keys.find("window").map(it -> it.toString().replace(" until ", "/"));
        var period = bounds.or(() -> keys.find("period").map(Objects::toString));
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
