package dev.keepwell.spark;

import dev.keepwell.warehouse.cluster.Cluster;
import dev.keepwell.warehouse.cluster.ClusterAddress;
import dev.keepwell.warehouse.cluster.ClusterSession;
import dev.keepwell.warehouse.cluster.ClusterTrouble;
import org.apache.spark.sql.connect.SparkSession;
import org.apache.spark.sql.connect.client.RetryPolicy;
import org.apache.spark.sql.connect.client.SparkConnectClient;
import org.sparkproject.io.grpc.ClientInterceptor;
import org.sparkproject.io.grpc.Metadata;
import org.sparkproject.io.grpc.stub.MetadataUtils;
import scala.Option;

/// Sessions of a Spark Connect server.
public final class SparkCluster implements Cluster {

    /// A message is a plan or a list of paths, and a company of many years has long lists.
    private static final int MESSAGE_BYTES_MAX = 128 * 1024 * 1024;

    /// Some twenty seconds in all, each wait four times the one before, for a connection that
    /// flickers. After that the work begins anew.
    private static final int RETRIES = 5;

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("Authorization", Metadata.ASCII_STRING_MARSHALLER);

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public ClusterSession open(ClusterAddress address) {
        var waiting = new Waiting();
        try {
            var spark = waiting.answer(() -> connected(address), address.patience(), () -> {});
            return new SparkClusterSession(spark, waiting, address.timeout());
        } catch (ClusterTrouble e) {
            waiting.close();
            throw e;
        }
    }

    /// Making a session sends nothing yet; its settings are the first words that the server hears.
    private static SparkSession connected(ClusterAddress address) {
        var client = client(address);
        try {
            var session = new SparkSession.Builder().client(client).create();
            session.conf().get("spark.sql.session.timeZone");
            address.options().forEach((name, value) -> session.conf().set(name, value));
            return session;
        } catch (RuntimeException e) {
            client.shutdown();
            throw e;
        }
    }

    private static SparkConnectClient client(ClusterAddress address) {
        var builder =
                SparkConnectClient.builder()
                        .host(address.host())
                        .port(address.port())
                        .userAgent("keepwell")
                        .grpcMaxMessageSize(MESSAGE_BYTES_MAX)
                        .retryPolicy(retries());
        if (address.tls()) {
            builder.enableSsl();
        } else {
            builder.disableSsl();
        }
        if (!address.token().isEmpty()) {
            builder.interceptor(bearer(address.token()));
        }
        return builder.build();
    }

    /// The client sends a token of its own accord over TLS alone, or to a host that is called
    /// localhost. Whether a plain connection may carry one has been decided before.
    private static ClientInterceptor bearer(String token) {
        var headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + token);
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }

    private static RetryPolicy retries() {
        var usual = RetryPolicy.defaultPolicy();
        return new RetryPolicy(
                Option.apply(RETRIES),
                usual.initialBackoff(),
                usual.maxBackoff(),
                usual.backoffMultiplier(),
                usual.jitter(),
                usual.minJitterThreshold(),
                usual.canRetry(),
                usual.name(),
                usual.recognizeServerRetryDelay(),
                usual.maxServerRetryDelay());
    }
}
