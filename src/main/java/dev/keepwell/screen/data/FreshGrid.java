package dev.keepwell.screen.data;

import dev.keepwell.source.flow.Source;
import dev.keepwell.source.flow.SourceTable;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What came into each table of each source, day by day.
public record FreshGrid(List<Head> heads, List<Line> lines) {

    private static final int DAYS = 30;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

    /// A day of the grid.
    public record Head(LocalDate day, String number, String text) {}

    /// A table of a source.
    public record Line(String source, String table, ComingRow.State state, List<Cell> cells) {}

    /// What came on one day: a letter in a shape, and what it says.
    public record Cell(String shape, String letter, String said, String value) {

        static Cell of(SourceTable table, LocalDate day) {
            var rows = table.rowsOn(day);
            var on = DAY.format(day);
            return switch (table.on(day)) {
                case BEFORE -> new Cell("", "", on + ": before it first came", "");
                case NONE -> new Cell("none", "–", on + ": nothing, and nothing was due", "0");
                case LATE -> new Cell("late", "L", on + ": late", "late");
                case CAME -> new Cell("came", "C", "%s: %,d rows".formatted(on, rows), "" + rows);
                case OVER ->
                        new Cell(
                                "over",
                                "H",
                                "%s: %,d rows, over usual".formatted(on, rows),
                                "" + rows);
            };
        }
    }

    public FreshGrid {
        heads = List.copyOf(heads);
        lines = List.copyOf(lines);
    }

    static FreshGrid of(List<Source> sources, LocalDate today) {
        var days = today.minusDays(DAYS - 1L).datesUntil(today.plusDays(1)).toList();
        var heads = new ArrayList<Head>();
        days.forEach(it -> heads.add(new Head(it, "" + it.getDayOfMonth(), DAY.format(it))));
        var lines = new ArrayList<Line>();
        for (var source : sources) {
            for (var table : source.tables()) {
                lines.add(
                        new Line(
                                source.name(),
                                table.table(),
                                ComingRow.State.of(table.standing()),
                                days.stream().map(it -> Cell.of(table, it)).toList()));
            }
        }
        return new FreshGrid(heads, lines);
    }
}
