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

    static Tally read(ResultSet row, Kind kind) throws SQLException {
        var parts = new ArrayList<BigDecimal>();
        for (var column : kind.columns()) {
            var part = row.getBigDecimal(column);
            parts.add(part == null ? BigDecimal.ZERO : part);
        }
        var status = row.getString("status");
        var day = row.getInt("observed_day");
        var noDay = row.wasNull();
        return new Tally(
                row.getInt("period_id"),
                row.getString("entity_id"),
                row.getString("component"),
                List.copyOf(parts),
                status == null ? null : Status.valueOf(status),
                row.getBoolean("provisional"),
                noDay ? null : Integer.valueOf(day));
    }
}
