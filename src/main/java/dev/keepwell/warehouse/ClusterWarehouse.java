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
        var exchange = Exchange.open(shared);
        try {
            var session = ClusterTalk.open(cluster, address);
            var engine = new ClusterEngine(builtIn.here(), session, exchange);
            return builtIn.open(scope, LocalDate.MIN, engine);
        } catch (RuntimeException e) {
            exchange.close();
            throw e;
        }
    }
}
