package dev.keepwell.customer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What one kind of record is: its columns, its key, and what its rows may not do to each other.
record RecordTable(
        String name, Kind kind, Place place, Key key, Time time, List<RecordColumn> columns) {

    /// What a second row of the same id means.
    enum Kind {
        /// A later version of it.
        RECORD,
        /// A repetition, or a mistake: the first wins.
        FACT
    }

    enum Place {
        POSTGRES,
        LAKE
    }

    record Key(String prefix, List<String> columns) {}

    /// When a row occurred, from when until when it holds, and among which rows it must be alone
    /// then.
    record Time(@Nullable String occurred, @Nullable Span span, List<String> exclusive) {

        Optional<Span> spanned() {
            return Optional.ofNullable(span);
        }
    }

    record Span(String from, String to) {}

    /// What may stand in a file beside the columns of every table.
    static final List<String> COMMON = List.of("recorded_at", "deleted_at");

    RecordColumn column(String column) {
        return columns.stream().filter(it -> it.name().equals(column)).findFirst().orElseThrow();
    }

    /// The columns that are kept under their own name. In PostgreSQL every table has an
    /// `occurred_at` anyway, so that one is not kept twice.
    List<RecordColumn> stored() {
        return columns.stream()
                .filter(RecordColumn::isStored)
                .filter(it -> place == Place.LAKE || !it.name().equals("occurred_at"))
                .toList();
    }

    /// Where each column stands among the stored ones.
    Map<String, Integer> places() {
        var places = new HashMap<String, Integer>();
        stored().forEach(it -> places.put(it.name(), places.size()));
        return places;
    }

    /// The tables that rows of this one point to.
    Set<String> referred() {
        return columns.stream()
                .flatMap(it -> Optional.ofNullable(it.refers()).stream())
                .filter(it -> !it.equals(name))
                .collect(Collectors.toSet());
    }

    /// A table and a column of it, safe to stand in SQL: both come from the catalogue.
    String sqlName() {
        return "customer." + name;
    }
}
