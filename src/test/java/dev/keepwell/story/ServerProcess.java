package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `./keepwell serve` as a process of its own on a home and a port of its own, so that it can be
/// killed as a machine kills it, and started again.
final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long PAUSE_MS = 50;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path home;
    private final String heap;
    private final Map<String, String> settings;
    private final int port;
    private Process process;

    ServerProcess(Path home) throws Exception {
        this(home, "512m");
    }

    ServerProcess(Path home, String heap) throws Exception {
        this(home, heap, Map.of());
    }

    /// With settings more, as the environment gives them.
    ServerProcess(Path home, String heap, Map<String, String> settings) throws Exception {
        this.home = home;
        this.heap = heap;
        this.settings = settings;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        process = start();
    }

    int port() {
        return port;
    }

    /// As an operator restarts it: it may finish what it is doing.
    void restart() throws Exception {
        process.destroy();
        process.waitFor();
        process = start();
    }

    /// As kill -9 ends it: in the middle of whatever it is doing.
    void killAndStart() throws Exception {
        process.destroyForcibly().waitFor();
        process = start();
    }

    JsonNode post(String path, Map<String, ?> body) throws Exception {
        var json = JsonMapper.shared().writeValueAsString(body);
        return JsonMapper.shared().readTree(ask("POST", path, json));
    }

    JsonNode get(String path) throws Exception {
        return JsonMapper.shared().readTree(text(path));
    }

    String text(String path) throws Exception {
        return ask("GET", path, "");
    }

    void upload(String path, Path file) throws Exception {
        ask("PUT", path, BodyPublishers.ofFile(file));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private String ask(String method, String path, String body) throws Exception {
        return ask(method, path, BodyPublishers.ofString(body));
    }

    private String ask(String method, String path, BodyPublisher body) throws Exception {
        var file = serverFile();
        var request =
                HttpRequest.newBuilder(URI.create(file.path("url").asString() + "/api/v1" + path))
                        .header("Authorization", "Bearer " + file.path("token").asString())
                        .header("Content-Type", "application/json")
                        .method(method, body)
                        .build();
        var answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 299);
        return answer.body();
    }

    private Process start() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        var builder =
                new ProcessBuilder(
                        java,
                        "-Xmx" + heap,
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        classes,
                        "dev.keepwell.Keepwell",
                        "serve");
        builder.environment().put("KEEPWELL_HOME", home.toString());
        builder.environment().put("KEEPWELL_PORT", String.valueOf(port));
        builder.environment().remove("KEEPWELL_DATABASE_URL");
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(home.resolveSibling("serve.log").toFile()));
        var started = builder.start();
        try {
            awaitReady(started);
            return started;
        } catch (Exception | AssertionError e) {
            started.destroyForcibly();
            throw e;
        }
    }

    /// It writes where it is as the last thing of its start. The file of one that was killed stays.
    private void awaitReady(Process started) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(started)) {
            assertThat(started.isAlive()).as(this::words).isTrue();
            assertThat(System.nanoTime()).as(this::words).isLessThan(end);
            started.waitFor(Duration.ofMillis(PAUSE_MS));
        }
    }

    private boolean isReady(Process started) throws IOException {
        return Files.exists(home.resolve("server.json"))
                && serverFile().path("pid").asLong() == started.pid();
    }

    private JsonNode serverFile() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(home.resolve("server.json")));
    }

    private String words() {
        try {
            return Files.readString(home.resolveSibling("serve.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
