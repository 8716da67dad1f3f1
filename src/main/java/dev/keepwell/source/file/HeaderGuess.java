package dev.keepwell.source.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Which of the first rows names the columns: the first that is as wide as most, unless it looks
/// like the data below it.
record HeaderGuess(int width, int index, boolean named, double share) {

    /// One of the first rows, as its cells.
    record Row(long line, List<String> cells) {}

    /// A year may be the name of a column, so it does not make a row data.
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");

    private static final double MOST = 0.6;

    static HeaderGuess of(List<Row> rows) {
        int width = width(rows);
        int index = 0;
        while (index < rows.size() && !couldBe(rows.get(index), width)) {
            index++;
        }
        index = index == rows.size() ? 0 : index;
        var below = rows.subList(Math.min(index, rows.size()), rows.size());
        var named = below.isEmpty() || !isData(below);
        long alike = below.stream().filter(it -> it.cells().size() == width).count();
        return new HeaderGuess(
                width, index, named, below.isEmpty() ? 0 : (double) alike / below.size());
    }

    private static boolean couldBe(Row row, int width) {
        long filled = row.cells().stream().filter(it -> !it.isBlank()).count();
        return row.cells().size() >= width && filled >= MOST * width;
    }

    /// How many cells most rows have; of two equally frequent, the more.
    private static int width(List<Row> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(it -> counts.merge(it.cells().size(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<Integer, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /// A row of data has a number, a day or an address where the rows below have one too.
    private static boolean isData(List<Row> rows) {
        var first = rows.getFirst().cells();
        if (rows.size() < 2) {
            return first.stream().anyMatch(HeaderGuess::isValue);
        }
        var second = rows.get(1).cells();
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            if (isValue(first.get(i)) && isValue(second.get(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean isValue(String cell) {
        var text = cell.strip();
        return !text.isEmpty()
                && !YEAR.matcher(text).matches()
                && (NumberText.of(text, DecimalSign.POINT).isPresent()
                        || NumberText.of(text, DecimalSign.COMMA).isPresent()
                        || DayText.isDay(text)
                        || ColumnTally.isEmail(text));
    }
}
