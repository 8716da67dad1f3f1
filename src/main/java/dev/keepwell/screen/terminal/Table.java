package dev.keepwell.screen.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Rows for people: columns as wide as they need to be, numbers to the right.
final class Table {

    private static final String GAP = "  ";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9.,]*%?|-|");

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... header) {
        rows.add(List.of(header));
    }

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    List<String> lines() {
        var columns = rows.getFirst().size();
        var widths =
                IntStream.range(0, columns)
                        .map(it ->
                                rows.stream().mapToInt(row -> row.get(it).length()).max().orElse(0))
                        .toArray();
        var numeric = IntStream.range(0, columns).mapToObj(this::isNumeric).toList();
        return rows.stream().map(row -> line(row, widths, numeric)).toList();
    }

    private boolean isNumeric(int column) {
        return rows.stream().skip(1).allMatch(it -> NUMBER.matcher(it.get(column)).matches());
    }

    private static String line(List<String> row, int[] widths, List<Boolean> numeric) {
        var line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            var cell = row.get(column);
            var space = " ".repeat(widths[column] - cell.length());
            line.append(numeric.get(column) ? space + cell : cell + space).append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
