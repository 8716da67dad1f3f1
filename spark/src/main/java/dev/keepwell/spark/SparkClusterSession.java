package dev.keepwell.spark;

import dev.keepwell.warehouse.cluster.ClusterSession;
import dev.keepwell.warehouse.cluster.ClusterTrouble;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.connect.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One session of a Spark Connect server, with a client of its own.
record SparkClusterSession(SparkSession spark, Waiting waiting, Duration timeout)
        implements ClusterSession {

    private static final Logger LOG = LoggerFactory.getLogger(SparkClusterSession.class);

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    @Override
    public void run(String sql) {
        ask(() -> spark.sql(sql));
    }

    @Override
    public void show(String view, String columns, List<String> files) {
        ask(() -> {
            var reader = columns.isEmpty() ? spark.read() : spark.read().schema(columns);
            reader.parquet(files.toArray(String[]::new)).createOrReplaceTempView(view);
            return view;
        });
    }

    @Override
    public void write(String sql, String folder) {
        ask(() -> {
            spark.sql(sql).write().parquet(folder);
            return folder;
        });
    }

    @Override
    public List<String> columns(String sql) {
        return ask(() -> Arrays.asList(spark.sql(sql).schema().fieldNames()));
    }

    private <T> T ask(Callable<T> question) {
        return waiting.answer(question, timeout, this::takeBack);
    }

    /// The thread of the client may hang, so this runs on that of whoever waited, for a moment.
    private void takeBack() {
        var interrupting =
                Thread.ofPlatform()
                        .daemon()
                        .name("cluster-interrupt")
                        .unstarted(this::interrupt);
        interrupting.start();
        try {
            interrupting.join(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void interrupt() {
        Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
        try {
            spark.interruptAll();
        } catch (RuntimeException e) {
            // A server that is gone runs nothing any more.
            LOG.debug("The cluster could not be told to stop.", e);
        }
    }

    /// A server that is gone cannot say goodbye, and that is no trouble of ours.
    @Override
    public void close() {
        try {
            waiting.answer(
                    () -> {
                        spark.close();
                        return true;
                    },
                    FAREWELL,
                    () -> {});
        } catch (ClusterTrouble ignored) {
            // The server forgets a session by itself after an hour.
        } finally {
            waiting.close();
        }
    }
}
