package dev.keepwell.warehouse;

import dev.keepwell.lake.LakeFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// How parts of events, which are UTC days `2026-11-22` or months `2026-10`, lie to the days of a
/// zone.
final class EventParts {

    static final String DATASET = "event";

    private static final int LENGTH_OF_MONTH = "2026-10".length();

    private EventParts() {}

    static boolean isMonth(String part) {
        return part.length() == LENGTH_OF_MONTH;
    }

    /// The first UTC day that the part holds.
    static LocalDate first(String part) {
        return isMonth(part) ? YearMonth.parse(part).atDay(1) : LocalDate.parse(part);
    }

    /// The UTC day after the last that the part holds.
    static LocalDate end(String part) {
        return isMonth(part) ? first(part).plusMonths(1) : first(part).plusDays(1);
    }

    static SortedSet<LocalDate> localDays(String part, ZoneId zone) {
        return localDays(first(part), end(part), zone);
    }

    /// The days of the zone on which something in these UTC days may have happened. Where clocks
    /// are put back over midnight, the day before comes again.
    static SortedSet<LocalDate> localDays(LocalDate first, LocalDate end, ZoneId zone) {
        var from = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        var last = end.atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
        var seen = new TreeSet<LocalDate>();
        seen.add(LocalDate.ofInstant(from, zone));
        seen.add(LocalDate.ofInstant(last, zone));
        for (var it = next(zone, from); it != null; it = next(zone, it.getInstant())) {
            if (it.getInstant().isAfter(last)) {
                break;
            }
            seen.add(it.getDateTimeAfter().toLocalDate());
        }
        return new TreeSet<>(seen.first().datesUntil(seen.last().plusDays(1)).toList());
    }

    private static ZoneOffsetTransition next(ZoneId zone, Instant after) {
        return zone.getRules().nextTransition(after);
    }

    /// The day of the zone on which something happened between these UTC days, as SQL. An engine
    /// takes far longer to look a zone up for each row than to add the seconds it is off.
    static String localDay(ZoneId zone, LocalDate first, LocalDate end) {
        var from = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        var last = end.atStartOfDay(ZoneOffset.UTC).toInstant();
        var sql = new StringBuilder();
        var offset = zone.getRules().getOffset(from);
        for (var it = next(zone, from); it != null; it = next(zone, it.getInstant())) {
            if (it.getInstant().isAfter(last)) {
                break;
            }
            sql.append(
                    " when occurred_at < timestamp '%s' then %s"
                            .formatted(
                                    LocalDateTime.ofInstant(it.getInstant(), ZoneOffset.UTC),
                                    localDay(offset)));
            offset = it.getOffsetAfter();
        }
        return sql.isEmpty()
                ? localDay(offset)
                : "case%s else %s end".formatted(sql, localDay(offset));
    }

    private static String localDay(ZoneOffset offset) {
        return "cast(occurred_at + to_seconds(%d) as date)".formatted(offset.getTotalSeconds());
    }

    /// The files that may hold events of a day of the zone, which is at most a day ahead or behind.
    static List<LakeFile> of(Collection<LakeFile> files, LocalDate day, ZoneId zone) {
        var parts = new HashSet<String>();
        for (int away = -1; away <= 1; away++) {
            var utc = day.plusDays(away);
            if (localDays(utc, utc.plusDays(1), zone).contains(day)) {
                parts.add(utc.toString());
                parts.add(YearMonth.from(utc).toString());
            }
        }
        return files.stream().filter(it -> parts.contains(it.part())).toList();
    }
}
