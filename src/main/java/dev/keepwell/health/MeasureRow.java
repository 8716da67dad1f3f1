package dev.keepwell.health;

import dev.keepwell.health.LedgerFiles.Table;
import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The ledger's line for one measure of a score, with its group's figures beside it. A metric that
/// only a cap read has a line as well, without a group and without worth.
record MeasureRow(
        LedgerKey key,
        int position,
        @Nullable InGroup group,
        Seen seen,
        @Nullable Worth worth,
        @Nullable Compared compared) {

    /// By account and then by day, because pages read one account.
    static final Table TABLE =
            new Table(
                    LedgerKey.COLUMNS
                            + """
                            , position integer, group_id varchar, group_weight double,
                            group_effective_weight double, group_score double,
                            group_coverage double, group_standing varchar, metric varchar,
                            status varchar, value double, observed_on date, source varchar,
                            standing varchar, weight double, freshness double, points double,
                            effective_weight double, contribution double,
                            baseline_status varchar, baseline double, baseline_on date,
                            baseline_source varchar, peers varchar, peers_less integer,
                            peers_equal integer, peers_count integer
                            """,
                    "account_id, day, position");

    /// The group that the measure belongs to.
    record InGroup(
            String group,
            double weight,
            double effectiveWeight,
            @Nullable Double score,
            double coverage,
            String standing) {}

    /// What was observed.
    record Seen(
            String metric,
            String status,
            @Nullable Double value,
            @Nullable LocalDate observedOn,
            @Nullable String source) {

        Observation observation() {
            var name = new MetricName(metric);
            return value == null || observedOn == null || source == null
                    ? new Observation.Unknown(name, Status.valueOf(status))
                    : new Observation.Measured(
                            name, Status.valueOf(status), value, observedOn, source);
        }
    }

    /// What it was worth.
    record Worth(
            String standing,
            double weight,
            @Nullable Double freshness,
            @Nullable Double points,
            double effectiveWeight,
            double contribution) {}

    MetricName metric() {
        return new MetricName(seen.metric());
    }

    MeasureRow with(@Nullable Compared other) {
        return new MeasureRow(key, position, group, seen, worth, other);
    }

    void write(Cells cells) throws SQLException {
        key.write(cells);
        cells.number(position)
                .text(group == null ? null : group.group())
                .number(group == null ? null : group.weight())
                .number(group == null ? null : group.effectiveWeight())
                .number(group == null ? null : group.score())
                .number(group == null ? null : group.coverage())
                .text(group == null ? null : group.standing())
                .text(seen.metric())
                .text(seen.status())
                .number(seen.value())
                .date(seen.observedOn())
                .text(seen.source())
                .text(worth == null ? null : worth.standing())
                .number(worth == null ? null : worth.weight())
                .number(worth == null ? null : worth.freshness())
                .number(worth == null ? null : worth.points())
                .number(worth == null ? null : worth.effectiveWeight())
                .number(worth == null ? null : worth.contribution());
        (compared == null ? Compared.NOTHING : compared).write(cells);
    }

    static MeasureRow read(ResultSet row) throws SQLException {
        return new MeasureRow(
                LedgerKey.read(row),
                row.getInt("position"),
                group(row),
                new Seen(
                        row.getString("metric"),
                        row.getString("status"),
                        Cells.number(row, "value"),
                        row.getObject("observed_on", LocalDate.class),
                        row.getString("source")),
                worth(row),
                Compared.read(row));
    }

    private static @Nullable InGroup group(ResultSet row) throws SQLException {
        var group = row.getString("group_id");
        return group == null
                ? null
                : new InGroup(
                        group,
                        row.getDouble("group_weight"),
                        row.getDouble("group_effective_weight"),
                        Cells.number(row, "group_score"),
                        row.getDouble("group_coverage"),
                        row.getString("group_standing"));
    }

    private static @Nullable Worth worth(ResultSet row) throws SQLException {
        var standing = row.getString("standing");
        return standing == null
                ? null
                : new Worth(
                        standing,
                        row.getDouble("weight"),
                        Cells.number(row, "freshness"),
                        Cells.number(row, "points"),
                        row.getDouble("effective_weight"),
                        row.getDouble("contribution"));
    }
}
