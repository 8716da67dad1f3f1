package dev.keepwell.warehouse;

import dev.keepwell.lake.LakeFile;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files of the roll-up: one for each month that was put together, and one for each day that
/// was not or that was rolled up again since. Where a day has a file of its own, what its month
/// says of it is out of date.
record RolledFiles(List<LakeFile> months, List<LakeFile> days) {

    static RolledFiles of(Collection<LakeFile> files) {
        return new RolledFiles(
                files.stream().filter(it -> EventParts.isMonth(it.part())).toList(),
                files.stream().filter(it -> !EventParts.isMonth(it.part())).toList());
    }

    /// The files to be read of days that are rolled up, but for those that [#again] tells of.
    List<LakeFile> closed(SortedSet<LocalDate> rolledUp) {
        var first = days.stream().filter(it -> rolledUp.contains(day(it)) && !isAgain(it));
        var read = new TreeSet<YearMonth>();
        rolledUp.forEach(it -> read.add(YearMonth.from(it)));
        return Stream.concat(
                        months.stream().filter(it -> read.contains(YearMonth.parse(it.part()))),
                        first)
                .toList();
    }

    /// The files of days that were rolled up again after their month was put together.
    List<LakeFile> again(SortedSet<LocalDate> rolledUp) {
        return days.stream().filter(it -> rolledUp.contains(day(it)) && isAgain(it)).toList();
    }

    /// Which rows of [#closed] count.
    String where(SortedSet<LocalDate> rolledUp, Days asked) {
        var stale = new TreeSet<LocalDate>();
        for (var month : months) {
            var first = EventParts.first(month.part());
            first.datesUntil(EventParts.end(month.part()))
                    .filter(it -> asked.contains(it) && !rolledUp.contains(it))
                    .forEach(stale::add);
        }
        days.stream().filter(this::isAgain).map(RolledFiles::day).forEach(stale::add);
        var where = asked.where("day", 0);
        return stale.isEmpty() ? where : where + " and not " + isOneOf(stale);
    }

    private boolean isAgain(LakeFile day) {
        return months.stream()
                .anyMatch(it -> YearMonth.parse(it.part()).equals(YearMonth.from(day(day))));
    }

    private static LocalDate day(LakeFile file) {
        return LocalDate.parse(file.part());
    }

    static String isOneOf(SortedSet<LocalDate> days) {
        return days.stream()
                .map("date '%s'"::formatted)
                .collect(Collectors.joining(", ", "(day in (", "))"));
    }
}
