package dev.keepwell.warehouse;

import dev.keepwell.job.Jobs;
import dev.keepwell.warehouse.cluster.Cluster;
import dev.keepwell.warehouse.cluster.ClusterAddress;
import java.time.LocalDate;

/// Facts of jobs on a cluster, one session for each opening; those of everybody who waits in front
/// of a page in this process.
///
/// A statement of a cluster takes at least half a second, whatever it asks.
final class ClusterWarehouse implements Warehouse {

    private final DuckDbWarehouse builtIn;
    private final Cluster cluster;
    private final ClusterAddress address;
    private final Exchange.Shared shared;

    ClusterWarehouse(
            DuckDbWarehouse builtIn,
            Cluster cluster,
            ClusterAddress address,
            Exchange.Shared shared) {
        this.builtIn = builtIn;
        this.cluster = cluster;
        this.address = address;
        this.shared = shared;
    }

    @Override
    public Facts open(Scope scope) {
        return Jobs.isWorking() ? onCluster(scope) : builtIn.open(scope);
    }

    Facts onCluster(Scope scope) {
        return builtIn.open(scope, LocalDate.MIN, engine());
    }

    private Engine engine() {
        var exchange = Exchange.open(shared);
        try {
            var session = ClusterTalk.open(cluster, address);
            return new ClusterEngine(builtIn.here(), session, exchange);
        } catch (RuntimeException e) {
            exchange.close();
            throw e;
        }
    }

    /// A row goes there and comes back, so that the token, the files and the way to them are tried.
    @Override
    public String tried() {
        try (var engine = engine()) {
            engine.here().run("create table there_and_back as select 42 as number");
            engine.show("there_and_back", Origin.here("there_and_back"));
            var found =
                    engine.query("select number from there_and_back", (row, _) -> row.getInt(1));
            return "%s at %s, and %d row came back"
                    .formatted(cluster.name(), address, found.size());
        }
    }
}
