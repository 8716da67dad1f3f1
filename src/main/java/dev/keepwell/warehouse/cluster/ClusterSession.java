package dev.keepwell.warehouse.cluster;

import java.util.List;

/// One session of a cluster. What it was told is gone when it ends. Not for several threads.
///
/// Whoever waits for an answer and is interrupted takes the statement back from the cluster too.
/// Every method throws a [ClusterTrouble] when the cluster fails it.
public interface ClusterSession extends AutoCloseable {

    /// Runs a statement that returns nothing.
    void run(String sql);

    /// Shows Parquet files, named as the cluster's machines see them, as a view. Where their
    /// columns are not declared, as SQL, they are those of the files.
    void show(String view, String columns, List<String> files);

    /// Writes the rows of a query, in their order, as Parquet files into a folder that is not there
    /// yet, named as the cluster's machines see it.
    void write(String sql, String folder);

    /// The names of the columns that a query returns.
    List<String> columns(String sql);

    @Override
    void close();
}
