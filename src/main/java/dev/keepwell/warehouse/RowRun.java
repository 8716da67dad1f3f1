package dev.keepwell.warehouse;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A line of a picture that stands for many: `u1..u90` for as many people, `2025-03-03..2025-03-22`
/// for as many days. Several runs of a line go in step, and its other cells stay as they are.
final class RowRun {

    private static final Pattern DAYS =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.\\.(\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern NUMBERED = Pattern.compile("(\\D*)(\\d+)\\.\\.\\1(\\d+)");

    private RowRun() {}

    static Stream<List<String>> of(List<String> line) {
        var cells = line.stream().map(RowRun::values).toList();
        var lengths = cells.stream().map(List::size).filter(it -> it > 1).distinct().toList();
        if (lengths.size() > 1) {
            throw new IllegalArgumentException(
                    "The runs of a line are equally long, but these are not: " + line);
        }
        var rows = lengths.isEmpty() ? 1 : lengths.getFirst();
        return IntStream.range(0, rows)
                .mapToObj(i ->
                        cells.stream()
                                .map(it -> it.size() == 1 ? it.getFirst() : it.get(i))
                                .toList());
    }

    private static List<String> values(String cell) {
        var days = DAYS.matcher(cell);
        if (days.matches()) {
            var last = LocalDate.parse(days.group(2));
            return LocalDate.parse(days.group(1))
                    .datesUntil(last.plusDays(1))
                    .map(LocalDate::toString)
                    .toList();
        }
        var numbered = NUMBERED.matcher(cell);
        if (numbered.matches()) {
            int first = Integer.parseInt(numbered.group(2));
            int last = Integer.parseInt(numbered.group(3));
            var padded = numbered.group(1) + "%0" + numbered.group(2).length() + "d";
            return IntStream.rangeClosed(first, last).mapToObj(padded::formatted).toList();
        }
        return List.of(cell);
    }
}
