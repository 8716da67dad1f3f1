package dev.keepwell.health;

import dev.keepwell.health.MeasureRow.Seen;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a measure was compared with, as columns: the account's own value before, or its peers.
record Compared(@Nullable Seen baseline, Circumstances.@Nullable Standing standing) {

    static final Compared NOTHING = new Compared(null, null);

    void write(Cells cells) throws SQLException {
        cells.text(baseline == null ? null : baseline.status())
                .number(baseline == null ? null : baseline.value())
                .date(baseline == null ? null : baseline.observedOn())
                .text(baseline == null ? null : baseline.source())
                .text(standing == null ? null : standing.reference())
                .whole(standing == null ? null : standing.less())
                .whole(standing == null ? null : standing.equal())
                .whole(standing == null ? null : standing.count());
    }

    static @Nullable Compared read(ResultSet row) throws SQLException {
        var status = row.getString("baseline_status");
        var peers = row.getString("peers");
        if (status == null && peers == null) {
            return null;
        }
        var baseline =
                status == null
                        ? null
                        : new Seen(
                                row.getString("metric"),
                                status,
                                Cells.number(row, "baseline"),
                                row.getObject("baseline_on", LocalDate.class),
                                row.getString("baseline_source"));
        var standing =
                peers == null
                        ? null
                        : new Circumstances.Standing(
                                peers,
                                row.getInt("peers_less"),
                                row.getInt("peers_equal"),
                                row.getInt("peers_count"));
        return new Compared(baseline, standing);
    }
}
