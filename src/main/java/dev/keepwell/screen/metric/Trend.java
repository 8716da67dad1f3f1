package dev.keepwell.screen.metric;

import dev.keepwell.metric.Grain;
import dev.keepwell.metric.Reading;
import dev.keepwell.metric.Readings;
import dev.keepwell.screen.frame.Embedded;
import dev.keepwell.screen.frame.Figures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedCollection;
import org.jspecify.annotations.Nullable;

/// The value at the ends of the last months, as a chart and as a table. The month that is not over
/// is marked, and a month without a value is a gap and no zero.
public record Trend(String who, String unit, List<String> lines, List<Row> rows, boolean isOpen) {

    /// More lines than this cannot be told apart; the table has them all.
    private static final int LINES_MAX = 6;

    static final int MONTHS = 13;

    public Trend {
        lines = List.copyOf(lines);
        rows = List.copyOf(rows);
    }

    /// The values of one day, in the order of the lines.
    public record Row(LocalDate day, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        public String dayText() {
            return Figures.day(day);
        }
    }

    /// What is drawn and what is read.
    public record Cell(@Nullable BigDecimal value, String text) {}

    private record Drawn(String name, List<@Nullable BigDecimal> values, List<String> texts) {}

    /// What the script that draws needs to know.
    private record Spec(List<String> days, List<Drawn> lines, String unit, boolean isOpen) {}

    /// The headline alone where there is one, and otherwise all that a metric is made of.
    static Trend of(String who, Readings.Answer answer, Map<String, String> names) {
        var lines = lines(answer.readings());
        var days = new LinkedHashSet<LocalDate>();
        answer.readings().forEach(it -> days.add(it.span().asOf()));
        var rows = days.stream().map(day -> row(day, lines, answer)).toList();
        var newest = rows.isEmpty() ? LocalDate.EPOCH : rows.getLast().day();
        return new Trend(
                who,
                answer.metric().meaning().unit().name().toLowerCase(Locale.ROOT),
                lines.stream().map(it -> names.getOrDefault(it, it.replace('_', ' '))).toList(),
                rows,
                !YearMonth.from(newest).atEndOfMonth().equals(newest));
    }

    private static List<String> lines(List<Reading> readings) {
        var lines = new LinkedHashSet<String>();
        if (isSplit(readings)) {
            readings.forEach(it -> lines.add(it.entity()));
            return List.copyOf(lines);
        }
        readings.forEach(it -> lines.add(it.component()));
        return lines.contains("") ? List.of("") : List.copyOf(lines);
    }

    /// Whether each line is a group and not a part of one value.
    private static boolean isSplit(List<Reading> readings) {
        return readings.stream()
                .anyMatch(it -> it.grain() != Grain.COMPANY && it.grain() != Grain.ACCOUNT);
    }

    private static boolean isOf(Reading reading, String line, boolean isSplit) {
        return isSplit
                ? reading.entity().equals(line) && reading.component().isEmpty()
                : reading.component().equals(line);
    }

    private static Row row(
            LocalDate day, SequencedCollection<String> lines, Readings.Answer answer) {
        var cells = new ArrayList<Cell>();
        var isSplit = isSplit(answer.readings());
        for (var line : lines) {
            cells.add(
                    answer.readings().stream()
                            .filter(it -> it.span().asOf().equals(day) && isOf(it, line, isSplit))
                            .findFirst()
                            .map(it ->
                                    new Cell(it.value().orElse(null), ValueCard.text(it, answer)))
                            // A group that was not there yet had no value.
                            .orElseGet(() -> new Cell(null, "–")));
        }
        return new Row(day, cells);
    }

    public List<Row> newestFirst() {
        return rows.reversed();
    }

    /// Whether there is anything to draw.
    public boolean isEmpty() {
        return rows.stream().flatMap(it -> it.cells().stream()).allMatch(it -> it.value() == null);
    }

    /// How many lines only the table shows.
    public int undrawn() {
        return Math.max(0, lines.size() - LINES_MAX);
    }

    public String name(int line) {
        return lines.get(line).isEmpty() ? "Value" : lines.get(line);
    }

    public String json() {
        var drawn = new ArrayList<Drawn>();
        for (int i = 0; i < lines.size() - undrawn(); i++) {
            drawn.add(drawn(i));
        }
        var days = rows.stream().map(it -> it.day().toString()).toList();
        return Embedded.json(new Spec(days, drawn, unit, isOpen));
    }

    private Drawn drawn(int line) {
        var values = new ArrayList<@Nullable BigDecimal>();
        rows.forEach(it -> values.add(it.cells().get(line).value()));
        var texts = rows.stream().map(it -> it.cells().get(line).text()).toList();
        return new Drawn(lines.get(line), values, texts);
    }

    /// In a sentence, for whoever does not see the line.
    public String said() {
        var known = rows.stream().filter(it -> it.cells().getFirst().value() != null).toList();
        if (known.isEmpty()) {
            return "No value in any of these months.";
        }
        var first = known.getFirst();
        var last = known.getLast();
        return "%s from %s on %s to %s on %s."
                .formatted(
                        name(0),
                        first.cells().getFirst().text(),
                        first.dayText(),
                        last.cells().getFirst().text(),
                        last.dayText());
    }
}
