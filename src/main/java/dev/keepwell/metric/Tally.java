package dev.keepwell.metric;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of a metric's query: the parts of one entity over one span, not yet divided.
record Tally(int span, String entity, String component, List<BigDecimal> parts, Remarks remarks) {

    /// What a query may say beside its numbers.
    ///
    /// `status` is the reason why there is no value. `trust` is the status of a value that is there
    /// all the same. `cases` counts what the value rests on, where the parts do not.
    record Remarks(
            @Nullable Status status,
            @Nullable Status trust,
            boolean provisional,
            @Nullable Integer observedDay,
            @Nullable Long cases,
            @Nullable String warning) {}

    /// Reads by position, because looking a column up by its name costs more than reading it: the
    /// span, the entity, which the caller reads, the parts, then component and the remarks in their
    /// order.
    static Tally read(ResultSet row, String entity, Kind kind) throws SQLException {
        var parts = new ArrayList<BigDecimal>();
        int at = 3;
        for (int i = 0; i < kind.columns().size(); i++) {
            var part = row.getBigDecimal(at++);
            parts.add(part == null ? BigDecimal.ZERO : part);
        }
        var component = row.getString(at++);
        return new Tally(row.getInt(1), entity, component, List.copyOf(parts), remarks(row, at));
    }

    private static Remarks remarks(ResultSet row, int first) throws SQLException {
        int at = first;
        var status = status(row.getString(at++));
        var trust = status(row.getString(at++));
        var provisional = row.getBoolean(at++);
        var day = row.getInt(at++);
        var observedDay = row.wasNull() ? null : Integer.valueOf(day);
        var count = row.getLong(at++);
        var cases = row.wasNull() ? null : Long.valueOf(count);
        return new Remarks(status, trust, provisional, observedDay, cases, row.getString(at));
    }

    private static @Nullable Status status(@Nullable String word) {
        return word == null ? null : Status.valueOf(word);
    }
}
