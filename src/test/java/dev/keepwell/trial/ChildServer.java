package dev.keepwell.trial;

import java.io.IOException;
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
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `./keepwell serve` as a process of its own on a home and a port, which bad things happen to.
final class ChildServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration SETTLE = Duration.ofSeconds(120);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final Path home;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable Process process;

    ChildServer(Path home) throws IOException {
        this.home = home;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /// Returns when it is ready.
    void start() throws IOException {
        var command =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.keepwell.Keepwell",
                        "serve");
        command.environment().put("KEEPWELL_HOME", home.toString());
        command.environment().put("KEEPWELL_PORT", Integer.toString(port));
        command.environment().remove("KEEPWELL_DATABASE_URL");
        command.redirectErrorStream(true);
        var log = Path.of("target", "trial-" + port + ".log");
        command.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var started = command.start();
        process = started;
        await("the server to start", START, () -> isReady(started));
    }

    private boolean isReady(Process started) {
        if (!started.isAlive()) {
            throw new IllegalStateException("The server ended; see target/trial-" + port + ".log");
        }
        return file().filter(it -> it.path("pid").asLong() == started.pid()).isPresent();
    }

    private Optional<JsonNode> file() {
        try {
            return Optional.of(JSON.readTree(Files.readString(home.resolve("server.json"))));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    long pid() {
        return process == null ? 0 : process.pid();
    }

    /// The server, without a chance to say goodbye.
    void kill() {
        if (process != null) {
            end(process.toHandle());
        }
    }

    /// The database, likewise; says whether there was one.
    boolean killDatabase() {
        var postmaster = postmaster();
        postmaster.ifPresent(ChildServer::end);
        return postmaster.isPresent();
    }

    /// Its process, and those of its sessions.
    List<Long> databasePids() {
        return postmaster().stream()
                .flatMap(it -> Stream.concat(Stream.of(it), it.descendants()))
                .map(ProcessHandle::pid)
                .toList();
    }

    private Optional<ProcessHandle> postmaster() {
        try (var files = Files.find(home, 4, (it, _) -> it.endsWith("postmaster.pid"))) {
            var found = files.findFirst();
            return found.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(Files.readAllLines(found.get()).getFirst()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void end(ProcessHandle it) {
        it.destroyForcibly();
        it.onExit().join();
    }

    String writeKey() {
        return ask("POST", "/api/v1/tokens", "{\"name\": \"load\", \"write_key\": true}")
                .path("token")
                .asString();
    }

    /// The account of all events, once none waits any more.
    JsonNode settled() {
        await("all events to be dealt with", SETTLE, () -> waiting() == 0);
        return ask("GET", "/api/v1/ingest/balance", "");
    }

    private int waiting() {
        return answers() ? ask("GET", "/api/v1/ingest/balance", "").path("waiting").asInt(-1) : -1;
    }

    boolean answers() {
        try {
            return ask("GET", "/api/v1/ingest/balance", "").has("received");
        } catch (RuntimeException e) {
            return false;
        }
    }

    /// Without an answer in time it throws.
    boolean answersWithin(Duration time) {
        try {
            await("an answer", time, this::answers);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    JsonNode ask(String method, String path, String body) {
        try {
            return JSON.readTree(
                    client.send(request(method, path, body), BodyHandlers.ofString()).body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void export(String what, Path file) throws Exception {
        var answer =
                client.send(
                        request("GET", "/api/v1/exports/" + what, ""), BodyHandlers.ofFile(file));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The export was answered " + answer.statusCode());
        }
    }

    private HttpRequest request(String method, String path, String body) {
        var token = file().orElseThrow().path("token").asString();
        return HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.ofString(body))
                .build();
    }

    /// As when somebody stops it.
    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            process.onExit().join();
        }
        killDatabase();
    }

    static void await(String what, Duration time, BooleanSupplier condition) {
        var deadline = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Waited in vain for " + what + ".");
            }
            rest(Duration.ofMillis(50));
        }
    }

    static void rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
