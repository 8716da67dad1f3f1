package dev.keepwell.metric;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of a metric's query: the parts of one entity over one span, not yet divided.
record Tally(
        int span,
        String entity,
        String component,
        List<BigDecimal> parts,
        @Nullable Status status,
        boolean provisional,
        @Nullable Integer observedDay) {

    /// Reads by position, because looking a column up by its name costs more than reading it: the
    /// span, the entity, the parts, then component, status, provisional and observed day.
    static Tally read(ResultSet row, Kind kind) throws SQLException {
        var parts = new ArrayList<BigDecimal>();
        int at = 3;
        for (int i = 0; i < kind.columns().size(); i++) {
            var part = row.getBigDecimal(at++);
            parts.add(part == null ? BigDecimal.ZERO : part);
        }
        var component = row.getString(at++);
        var status = row.getString(at++);
        var provisional = row.getBoolean(at++);
        var day = row.getInt(at);
        var noDay = row.wasNull();
        return new Tally(
                row.getInt(1),
                row.getString(2),
                component,
                List.copyOf(parts),
                status == null ? null : Status.valueOf(status),
                provisional,
                noDay ? null : Integer.valueOf(day));
    }
}
