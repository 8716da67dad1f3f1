package dev.keepwell.warehouse.cluster;

import java.time.Duration;
import java.util.Map;

/// Where a cluster listens, what opens it, and how long it may take.
///
/// `patience` is for the first answer, `timeout` for each statement. `options` are settings of the
/// session. Without a token it is empty.
public record ClusterAddress(
        String host,
        int port,
        boolean tls,
        String token,
        Duration patience,
        Duration timeout,
        Map<String, String> options) {

    public ClusterAddress {
        options = Map.copyOf(options);
    }

    /// Without the token, because addresses get into logs.
    @Override
    public String toString() {
        return "%s://%s:%d".formatted(tls ? "TLS" : "plain", host, port);
    }
}
