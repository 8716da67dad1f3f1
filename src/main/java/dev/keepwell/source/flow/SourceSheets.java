package dev.keepwell.source.flow;

import dev.keepwell.source.flow.SourceBook.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Gathers what came, source by source and table by table.
final class SourceSheets {

    private static final int REJECTED_DAYS = 30;

    private final Map<Place, Duration> expectations;
    private final Map<Place, @Nullable LocalDate> completeness;
    private final Map<String, Source.Care> care;
    private final Instant now;
    private final LocalDate today;
    private final SortedMap<String, Sheet> sheets = new TreeMap<>();

    SourceSheets(SourceBook book, Instant now, LocalDate today) {
        this.expectations = book.expectations();
        this.completeness = book.completeness();
        this.care = book.care();
        this.now = now;
        this.today = today;
        completeness.keySet().forEach(it -> sheet(it.source()).column(it.table()));
        care.keySet().forEach(this::sheet);
    }

    /// What is known of one source.
    private static final class Sheet {
        final Set<Way> ways = EnumSet.noneOf(Way.class);
        final Column whole = new Column();
        final SortedMap<String, Column> tables = new TreeMap<>();

        Column column(String table) {
            return tables.computeIfAbsent(table, _ -> new Column());
        }
    }

    /// What came into one table.
    private static final class Column {
        final SortedMap<LocalDate, Long> days = new TreeMap<>();
        @Nullable Instant last;
        long rejected;

        void add(Arrived it, boolean counts) {
            days.merge(it.day(), it.rows(), Long::sum);
            last = last == null || last.isBefore(it.last()) ? it.last() : last;
            rejected += counts ? it.rejected() : 0;
        }
    }

    private Sheet sheet(String source) {
        return sheets.computeIfAbsent(source, _ -> new Sheet());
    }

    /// A key was made for it.
    void mayCome(String source) {
        sheet(source).ways.add(Way.KEY);
    }

    void add(Way way, Arrived it) {
        var sheet = sheet(it.source());
        var counts = it.day().isAfter(today.minusDays(REJECTED_DAYS));
        sheet.ways.add(way);
        sheet.whole.add(it, counts);
        sheet.column(it.table()).add(it, counts);
    }

    List<Source> sources() {
        return sheets.entrySet().stream().map(it -> source(it.getKey(), it.getValue())).toList();
    }

    private Source source(String name, Sheet sheet) {
        var its = care.getOrDefault(name, Source.Care.NONE);
        var tables =
                sheet.tables.entrySet().stream()
                        .map(it -> table(new Place(name, it.getKey()), it.getValue(), its))
                        .toList();
        return new Source(
                name, sheet.ways, its, table(Place.whole(name), sheet.whole, its), tables);
    }

    private SourceTable table(Place place, Column column, Source.Care its) {
        var rhythm = rhythm(place, column);
        return new SourceTable(
                place.table(),
                completeness.get(place),
                column.last,
                rhythm,
                standing(rhythm, column, its),
                column.rejected,
                column.days);
    }

    private Rhythm rhythm(Place place, Column column) {
        var every = expectations.get(place);
        return every == null
                ? Rhythm.learned(new TreeSet<>(column.days.keySet()))
                : new Rhythm.Decided(every);
    }

    private Standing standing(Rhythm rhythm, Column column, Source.Care its) {
        if (its.isPaused()) {
            return Standing.PAUSED;
        }
        if (column.last == null) {
            return Standing.WAITING;
        }
        return rhythm.standing(column.last, column.days.lastKey(), now, today);
    }
}
