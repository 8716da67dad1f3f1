package dev.keepwell.screen.wizard;

import java.util.List;

/// The rows that break a rule, and how to mend them.
public record CheckPage(
        long rows, long wrong, List<Alike> alike, List<Row> problems, List<String> columns) {

    /// The same mistake in several rows: one repair for all.
    public record Alike(String column, String value, String detail, int count, String suggestion) {}

    /// A row, its values in the order of the columns, and which of them is at fault.
    public record Row(String file, long line, List<Cell> cells, String reason, String detail) {}

    public record Cell(String column, String value, boolean isWrong, String suggestion) {}

    public boolean isClean() {
        return wrong == 0;
    }
}
