package dev.keepwell.health;

import dev.keepwell.health.Curve.Percentile.Peers;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Observations;
import dev.keepwell.metric.Trait;
import dev.keepwell.postgres.Database;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The distributions that percentile curves compare with: how the peers stood on the eve of a
/// quarter, frozen when somebody first asks.
final class References {

    private static final String ALL = "all";

    private final Database database;
    private final Observations observations;
    private final Clock clock;

    References(Database database, Observations observations, Clock clock) {
        this.database = database;
        this.observations = observations;
        this.clock = clock;
    }

    /// The values of one metric among the peers, in rising order.
    record Reference(String name, List<Double> values) {

        Reference {
            values = List.copyOf(values);
        }

        Circumstances.Standing standing(double value) {
            int less = below(value);
            int upTo = below(Math.nextUp(value));
            return new Circumstances.Standing(name, less, upTo - less, values.size());
        }

        /// How many values are less, found by halving, since every account asks.
        private int below(double bound) {
            int low = 0;
            int high = values.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (values.get(middle) < bound) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    /// The references of one metric and quarter: of all accounts, and of each segment.
    record Quarter(Map<String, Reference> byPeers) {

        /// Nobody is a peer where no account of the segment was there on the eve.
        Reference of(Peers peers, String segment) {
            var name = peers == Peers.ALL ? ALL : "segment " + segment;
            return byPeers.getOrDefault(name, new Reference(name, List.of()));
        }
    }

    static LocalDate quarterOf(LocalDate day) {
        var dayOfQuarter = day.get(IsoFields.DAY_OF_QUARTER);
        return day.minusDays(dayOfQuarter - 1L);
    }

    Quarter of(WorkspaceId workspace, MetricName metric, LocalDate quarter) {
        var kept = find(workspace, metric, quarter);
        if (!kept.isEmpty()) {
            return new Quarter(kept);
        }
        freeze(workspace, metric, quarter);
        return new Quarter(find(workspace, metric, quarter));
    }

    private Map<String, Reference> find(
            WorkspaceId workspace, MetricName metric, LocalDate quarter) {
        var found = new HashMap<String, Reference>();
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select peers, "values" from health.reference
                                        where metric = ? and quarter = ?
                                        """)
                                .params(metric.value(), quarter)
                                .query(row -> {
                                    var peers = row.getString(1);
                                    var name = "%s %s".formatted(title(quarter), peers);
                                    found.put(peers, new Reference(name, values(row.getArray(2))));
                                }));
        return found;
    }

    /// Two who freeze at once see the same facts; whoever comes first is kept.
    private void freeze(WorkspaceId workspace, MetricName metric, LocalDate quarter) {
        var byPeers = standing(workspace, metric, quarter.minusDays(1));
        if (byPeers.getOrDefault(ALL, List.of()).size() < Curve.Percentile.PEERS_AT_LEAST) {
            // Too few to compare with. Perhaps their records are still to come: nothing is frozen.
            return;
        }
        database.doIn(
                workspace,
                session ->
                        byPeers.forEach((peers, values) ->
                                session.sql()
                                        .sql(
                                                """
                                                insert into health.reference
                                                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                                                """)
                                        .params(
                                                workspace.value(),
                                                metric.value(),
                                                peers,
                                                quarter,
                                                values.stream().sorted().toArray(Double[]::new),
                                                OffsetDateTime.now(clock))
                                        .update()));
    }

    /// The values of that day, of all accounts and of each segment.
    private SortedMap<String, List<Double>> standing(
            WorkspaceId workspace, MetricName metric, LocalDate eve) {
        var byPeers = new TreeMap<String, List<Double>>();
        byPeers.put(ALL, new ArrayList<>());
        var seen =
                observations.of(workspace, List.of(eve), List.of(metric), List.of(Curve.SEGMENT));
        for (var it : seen) {
            for (var observation : it.observations()) {
                if (observation instanceof Observation.Measured measured
                        && Facts.isScorable(measured.status())) {
                    byPeers.get(ALL).add(measured.value());
                    if (it.traits().get(Curve.SEGMENT) instanceof Trait.Word(var segment)) {
                        byPeers.computeIfAbsent("segment " + segment, _ -> new ArrayList<>())
                                .add(measured.value());
                    }
                }
            }
        }
        return byPeers;
    }

    private static String title(LocalDate quarter) {
        return "%d-Q%d".formatted(quarter.getYear(), quarter.get(IsoFields.QUARTER_OF_YEAR));
    }

    private static List<Double> values(Array array) throws SQLException {
        return List.of((Double[]) array.getArray());
    }
}
