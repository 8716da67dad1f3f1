package dev.keepwell.warehouse.cluster;

/// A way to some sort of cluster that runs SQL over Parquet files.
public interface Cluster {

    /// As the setting `keepwell.warehouse.engine` names it: `spark`.
    String name();

    /// A session that no other can look into. Returns when the cluster has answered once.
    ///
    /// @throws ClusterTrouble when it does not, within the patience of the address
    ClusterSession open(ClusterAddress address);
}
