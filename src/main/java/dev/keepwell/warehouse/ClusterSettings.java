package dev.keepwell.warehouse;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.warehouse.cluster.ClusterAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/// Which engine jobs run on, and where a cluster is: the settings `keepwell.warehouse.*`.
record ClusterSettings(Environment environment, Path home) {

    static final String BUILT_IN = "duckdb";

    private static final int PORT = 15_002;
    private static final Pattern REMOTE =
            Pattern.compile("(?:sc://)?(?<host>[^:/\\s]+)(?::(?<port>\\d{1,5}))?/?");

    /// What the catalogue counts on, whatever the server has been set to.
    static final Map<String, String> ALWAYS =
            Map.of(
                    "spark.sql.session.timeZone", "UTC",
                    "spark.sql.ansi.enabled", "true",
                    "spark.sql.decimalOperations.allowPrecisionLoss", "false",
                    "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");

    String engine() {
        return text("engine", BUILT_IN);
    }

    /// Where the connection and its libraries are.
    Path folder() {
        return Path.of(text("folder", home.resolve("engines").resolve(engine()).toString()));
    }

    Exchange.Shared shared() {
        var here = home.toAbsolutePath().normalize();
        return new Exchange.Shared(here, text("home-there", here.toString()));
    }

    ClusterAddress address() {
        var remote = REMOTE.matcher(text("remote", ""));
        if (!remote.matches()) {
            throw Refusal.configuration(
                    "cluster_remote",
                    "keepwell.warehouse.remote is sc://HOST or sc://HOST:PORT, but got '%s'."
                            .formatted(text("remote", "")));
        }
        var host = String.valueOf(remote.group("host"));
        var port = remote.group("port") == null ? PORT : Integer.parseInt(remote.group("port"));
        var tls = Boolean.parseBoolean(text("tls", String.valueOf(!isLoopback(host))));
        return new ClusterAddress(
                host,
                port,
                tls,
                token(),
                duration("patience", Duration.ofMinutes(1)),
                duration("timeout", Duration.ofMinutes(30)),
                options());
    }

    private Map<String, String> options() {
        var options = new TreeMap<String, String>();
        Binder.get(environment)
                .bind("keepwell.warehouse.options", Bindable.mapOf(String.class, String.class))
                .ifBound(options::putAll);
        options.putAll(ALWAYS);
        return options;
    }

    private String token() {
        var file = environment.getProperty("keepwell.warehouse.token-file");
        try {
            return file == null ? text("token", "") : Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw Refusal.configuration(
                    "cluster_token",
                    "keepwell.warehouse.token-file names %s, which cannot be read."
                            .formatted(file));
        }
    }

    private Duration duration(String name, Duration usual) {
        return Objects.requireNonNullElse(
                environment.getProperty("keepwell.warehouse." + name, Duration.class), usual);
    }

    private String text(String name, String usual) {
        @Nullable String value = environment.getProperty("keepwell.warehouse." + name);
        return value == null || value.isBlank() ? usual : value;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
