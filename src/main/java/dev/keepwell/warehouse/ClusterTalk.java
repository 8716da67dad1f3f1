package dev.keepwell.warehouse;

import dev.keepwell.job.Setback;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.warehouse.cluster.Cluster;
import dev.keepwell.warehouse.cluster.ClusterAddress;
import dev.keepwell.warehouse.cluster.ClusterSession;
import dev.keepwell.warehouse.cluster.ClusterTrouble;
import java.util.List;
import java.util.function.Supplier;

/// A session of a cluster whose troubles are told as people need them: what cannot be helped by
/// trying again refuses, with the rule, the place and the repair; what can is a [Setback].
record ClusterTalk(ClusterSession session, String place) implements ClusterSession {

    static ClusterTalk open(Cluster cluster, ClusterAddress address) {
        new ClusterProbe(address).knock();
        var place = address.toString();
        return new ClusterTalk(told(() -> cluster.open(address), place, "A session"), place);
    }

    @Override
    public void run(String sql) {
        told(
                () -> {
                    session.run(sql);
                    return true;
                },
                place,
                sql);
    }

    @Override
    public void show(String view, String columns, List<String> files) {
        told(
                () -> {
                    session.show(view, columns, files);
                    return true;
                },
                place,
                view);
    }

    @Override
    public void write(String sql, String folder) {
        told(
                () -> {
                    session.write(sql, folder);
                    return true;
                },
                place,
                sql);
    }

    @Override
    public List<String> columns(String sql) {
        return told(() -> session.columns(sql), place, sql);
    }

    private static <T> T told(Supplier<T> asked, String place, String what) {
        try {
            return asked.get();
        } catch (ClusterTrouble e) {
            throw told(e, place, what);
        }
    }

    private static RuntimeException told(ClusterTrouble e, String place, String what) {
        return switch (e.kind()) {
            case UNREACHABLE ->
                    Refusal.unreachable(
                            "cluster_unreachable",
                            "The cluster at %s does not answer: %s. Start its Connect server,"
                                            .formatted(place, e.getMessage())
                                    + " or mend keepwell.warehouse.remote.");
            case TOKEN ->
                    Refusal.configuration(
                            "cluster_token",
                            "The cluster at %s does not take the token. Set".formatted(place)
                                    + " keepwell.warehouse.token-file to the file that holds the"
                                    + " token of its Connect server.");
            case LOST ->
                    new Setback(
                            "cluster_lost",
                            "The cluster at %s lost the session: %s"
                                    .formatted(place, e.getMessage()),
                            e);
            case CANCELLED ->
                    new Setback(
                            "cluster_cancelled",
                            "The statement was taken back from the cluster at " + place,
                            e);
            case LATE ->
                    Refusal.unreachable(
                            "cluster_late",
                            "The cluster at %s gave %s, and the statement was taken back. See"
                                            .formatted(place, e.getMessage())
                                    + " whether its executors live, or raise"
                                    + " keepwell.warehouse.timeout.");
            case FULL -> Exchange.full(e);
            case BROKEN ->
                    new IllegalStateException(
                            "This does not run on the cluster at %s:\n%s".formatted(place, what),
                            e);
        };
    }

    @Override
    public void close() {
        session.close();
    }
}
