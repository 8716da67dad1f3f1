package dev.keepwell.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server as a process of its own, so that what it takes is told apart from what its callers
/// take.
final class Served implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path home;
    private final Path log;
    private final Process process;
    private final JsonNode file;
    private final double secondsToReady;

    private Served(Path home, ProcessBuilder builder) throws IOException, InterruptedException {
        this.home = home;
        // A home that is not there yet is made by the server, and holds nothing of ours.
        Files.createDirectories(home.toAbsolutePath().getParent());
        this.log = home.resolveSibling(home.getFileName() + ".log");
        Files.deleteIfExists(home.resolve("server.json"));
        builder.environment().put("KEEPWELL_HOME", home.toAbsolutePath().toString());
        builder.environment().put("KEEPWELL_PORT", Integer.toString(freePort()));
        builder.environment().remove("KEEPWELL_DATABASE_URL");
        builder.redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        var started = System.nanoTime();
        this.process = builder.start();
        this.file = ready();
        this.secondsToReady = (System.nanoTime() - started) / 1e9;
    }

    /// From the classes of this build, with ways in that only measure.
    static Served measured(Path home) throws IOException, InterruptedException {
        var words =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dkeepwell.test.parse-only=yes",
                                "-Dkeepwell.test.render-only=yes",
                                "-Dkeepwell.ingest.requests-per-second=1000000",
                                "-Dkeepwell.ingest.megabytes-per-second=2000",
                                "-cp",
                                System.getProperty("java.class.path")));
        words.addAll(List.of("dev.keepwell.Keepwell", "serve"));
        return new Served(home, new ProcessBuilder(words));
    }

    /// As people start it: `./keepwell serve`.
    static Served byLauncher(Path home, String... words) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(Path.of("keepwell").toAbsolutePath().toString()));
        line.addAll(Arrays.asList(words));
        return new Served(home, new ProcessBuilder(line));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// It writes where it is as the last thing of its start.
    private JsonNode ready() throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var told = home.resolve("server.json");
            if (Files.exists(told)) {
                try {
                    return JSON.readTree(Files.readString(told));
                } catch (JacksonException e) {
                    // It is just being written.
                }
            }
            if (process.waitFor(Duration.ofMillis(10))) {
                throw new IllegalStateException("The server ended: " + Files.readString(log));
            }
        }
        throw new IllegalStateException("The server is not ready after " + PATIENCE);
    }

    double secondsToReady() {
        return secondsToReady;
    }

    String address() {
        return file.path("url").asString();
    }

    String token() {
        return file.path("token").asString();
    }

    long pid() {
        return file.path("pid").asLong();
    }

    /// The time of all processors that the server has taken so far.
    double cpuSeconds() {
        return ProcessHandle.of(pid())
                .flatMap(it -> it.info().totalCpuDuration())
                .map(it -> it.toMillis() / 1e3)
                .orElse(0.0);
    }

    /// The most memory that the server's process has held.
    long peakBytes() {
        try {
            return Cost.kilobytes(Path.of("/proc/%d/status".formatted(pid())), "VmHWM:") << 10;
        } catch (IOException e) {
            return 0;
        }
    }

    JsonNode ask(String method, String path, String body) {
        var request =
                HttpRequest.newBuilder(URI.create(address() + "/api/v1" + path))
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Closes one day, and returns when it is closed.
    void close(String day) throws InterruptedException {
        var id =
                ask("POST", "/runs", "{\"from\":\"%1$s\",\"to\":\"%1$s\"}".formatted(day))
                        .path("id")
                        .asString();
        var state = "";
        while (!state.equals("done")) {
            process.waitFor(Duration.ofMillis(100));
            state = ask("GET", "/jobs/" + id, "").path("state").asString();
            if (state.equals("failed")) {
                throw new IllegalStateException(ask("GET", "/jobs/" + id, "").toString());
            }
        }
    }

    /// As somebody stops it.
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
