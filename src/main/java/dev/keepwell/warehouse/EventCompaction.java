package dev.keepwell.warehouse;

import dev.keepwell.lake.LakeFile;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which files of events are worth merging, and when.
///
/// Every portion of arrivals is a file of its own for each day it speaks of. A day is merged when
/// it has many; a month is merged into one part once it is over and the usual stragglers are in.
/// What comes later still waits beside it until it is worth writing the month again.
public final class EventCompaction {

    static final int FILES_MAX = 8;
    static final int DAYS_FOR_STRAGGLERS = 7;

    private EventCompaction() {}

    /// All files of some parts become one of a part, which may be one of them.
    public record Merge(List<String> parts, String into) {}

    /// What is due on a UTC day.
    public static List<Merge> due(Collection<LakeFile> files, LocalDate today) {
        Map<String, Long> counts =
                files.stream()
                        .collect(
                                Collectors.groupingBy(
                                        LakeFile::part, TreeMap::new, Collectors.counting()));
        var months = new TreeSet<YearMonth>();
        counts.keySet().forEach(it -> months.add(YearMonth.from(EventParts.first(it))));
        var due = new ArrayList<Merge>();
        for (var month : months) {
            due.addAll(due(month, of(month, counts), today));
        }
        return due;
    }

    private static Map<String, Long> of(YearMonth month, Map<String, Long> counts) {
        var own = new TreeMap<>(counts);
        own.keySet().removeIf(it -> !YearMonth.from(EventParts.first(it)).equals(month));
        return own;
    }

    private static List<Merge> due(YearMonth month, Map<String, Long> counts, LocalDate today) {
        var closed = month.atEndOfMonth().plusDays(DAYS_FOR_STRAGGLERS).isBefore(today);
        var files = counts.values().stream().mapToLong(Long::longValue).sum();
        if (closed && (!counts.containsKey(month.toString()) || files > FILES_MAX)) {
            return List.of(new Merge(List.copyOf(counts.keySet()), month.toString()));
        }
        return counts.entrySet().stream()
                .filter(it -> it.getValue() > FILES_MAX)
                .map(it -> new Merge(List.of(it.getKey()), it.getKey()))
                .toList();
    }
}
