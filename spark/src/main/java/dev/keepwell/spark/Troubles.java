package dev.keepwell.spark;

import dev.keepwell.warehouse.cluster.ClusterTrouble;
import dev.keepwell.warehouse.cluster.ClusterTrouble.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;

/// Tells from what the client throws what went wrong. Its classes do not: most are a status of gRPC
/// with a text, or an exception of the server that was made again here.
final class Troubles {

    /// In this order, because a full disk is told inside a failed statement.
    private static final List<Map.Entry<String, Kind>> SIGNS =
            List.of(
                    Map.entry("UNAUTHENTICATED", Kind.TOKEN),
                    Map.entry("No space left on device", Kind.FULL),
                    Map.entry("Disk quota exceeded", Kind.FULL),
                    Map.entry("INVALID_HANDLE", Kind.LOST),
                    Map.entry("UNAVAILABLE", Kind.LOST),
                    Map.entry("RETRIES_EXCEEDED", Kind.LOST),
                    // A server whose own cluster has sent it away says no more than this.
                    Map.entry("Application error processing RPC", Kind.LOST),
                    Map.entry("RetriesExceeded", Kind.LOST),
                    Map.entry("Channel shutdown", Kind.LOST),
                    Map.entry("SparkContext was shut down", Kind.LOST),
                    Map.entry("stopped SparkContext", Kind.LOST),
                    Map.entry("OPERATION_CANCELED", Kind.CANCELLED));

    private Troubles() {}

    static ClusterTrouble of(ExecutionException failed) {
        var thrown = Objects.requireNonNullElse(failed.getCause(), failed);
        var all = new StringBuilder();
        Throwable it = thrown;
        for (int depth = 0; it != null && depth < 20; depth++) {
            all.append(it).append('\n');
            it = it.getCause();
        }
        var kind =
                SIGNS.stream()
                        .filter(sign -> all.indexOf(sign.getKey()) >= 0)
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(Kind.BROKEN);
        return new ClusterTrouble(kind, firstLines(thrown), thrown);
    }

    /// The server's stack traces and plans follow; the log has them.
    private static String firstLines(Throwable thrown) {
        var text = String.valueOf(thrown.getMessage());
        return text.lines().limit(4).reduce((a, b) -> a + " " + b).orElse("");
    }
}
