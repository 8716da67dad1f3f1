package dev.keepwell.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A Spark cluster on the loopback address: a master, two workers and a Connect server, each a
/// process of its own, as somebody else would run them.
public final class SparkHouse implements AutoCloseable {

    public static final String TOKEN = "the-token-of-the-tests";

    private static @Nullable SparkHouse shared;

    private final Path folder;
    private final int masterPort = free();
    private final int connectPort = free();
    private final List<SparkProcess> workers = new ArrayList<>();
    private final SparkProcess master;
    private SparkProcess connect;

    public SparkHouse() {
        try {
            folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "spark-house-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        master = master();
        connect = connect();
        master.awaited();
        workers.add(worker(1));
        workers.add(worker(2));
        workers.forEach(SparkProcess::awaited);
        connect.awaited();
    }

    /// One for all tests of this process that leave it as it is.
    public static synchronized SparkHouse shared() {
        if (shared == null) {
            shared = new SparkHouse();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    public int port() {
        return connectPort;
    }

    /// Kills a worker with its executors, and leaves one.
    public void loseWorker() {
        workers.removeFirst().kill();
    }

    public void loseConnectServer() {
        connect.kill();
    }

    public void startConnectServer() {
        connect = connect().awaited();
    }

    private SparkProcess master() {
        var words =
                List.of(
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "" + masterPort,
                        "--webui-port",
                        "" + free());
        return process("master", "256m", words, "I have been elected leader");
    }

    private SparkProcess worker(int number) {
        var words =
                List.of(
                        "org.apache.spark.deploy.worker.Worker",
                        "--host",
                        "127.0.0.1",
                        "--cores",
                        "1",
                        "--memory",
                        "1g",
                        "--webui-port",
                        "" + free(),
                        "--work-dir",
                        folder.resolve("work-" + number).toString(),
                        url());
        return process("worker-" + number, "256m", words, "Successfully registered with master");
    }

    private SparkProcess connect() {
        var words = new ArrayList<String>();
        settings().forEach((name, value) -> words.add("-D%s=%s".formatted(name, value)));
        words.add("org.apache.spark.sql.connect.service.SparkConnectServer");
        return process("connect", "1g", words, "Spark Connect server started at");
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("spark.master", url()),
                Map.entry("spark.app.name", "keepwell tests"),
                Map.entry("spark.driver.host", "127.0.0.1"),
                Map.entry("spark.driver.bindAddress", "127.0.0.1"),
                Map.entry("spark.ui.enabled", "false"),
                Map.entry("spark.sql.shuffle.partitions", "1"),
                Map.entry("spark.default.parallelism", "1"),
                Map.entry("spark.executor.memory", "768m"),
                Map.entry("spark.executor.cores", "1"),
                Map.entry("spark.sql.adaptive.enabled", "false"),
                Map.entry("spark.connect.grpc.binding.address", "127.0.0.1"),
                Map.entry("spark.connect.grpc.binding.port", "" + connectPort),
                Map.entry("spark.connect.authenticate.token", TOKEN),
                Map.entry("spark.local.dir", folder.resolve("local").toString()),
                Map.entry("spark.sql.warehouse.dir", folder.resolve("warehouse").toString()),
                Map.entry("spark.executor.extraJavaOptions", executorFlags()));
    }

    private static String executorFlags() {
        return "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 --sun-misc-unsafe-memory-access=allow"
                + " --add-opens=java.base/java.nio=ALL-UNNAMED "
                + SparkProcess.LOGGING;
    }

    private SparkProcess process(String name, String heap, List<String> words, String ready) {
        return new SparkProcess(folder.resolve(name + ".log"), heap, words, ready);
    }

    private String url() {
        return "spark://127.0.0.1:" + masterPort;
    }

    private static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        connect.close();
        workers.forEach(SparkProcess::close);
        master.close();
    }
}
