package dev.keepwell.screen.terminal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The way to a server: to the one that runs on the home, or to one that is started for a single
/// command and stopped after it.
sealed interface Connection extends AutoCloseable {

    Api api(String workspace);

    @Override
    void close();

    /// Somebody else's server, which goes on running.
    record Running(ServerFile server) implements Connection {

        @Override
        public Api api(String workspace) {
            return new Api(server.url(), server.token(), workspace);
        }

        @Override
        public void close() {}
    }

    /// Our own, on a port that was free.
    record Own(Server server) implements Connection {

        @Override
        public Api api(String workspace) {
            var file = server.file();
            return new Api(file.url(), file.token(), workspace);
        }

        @Override
        public void close() {
            server.close();
        }
    }

    static Connection open(Terminal terminal) {
        return running(terminal).orElseGet(() -> new Own(Server.forOneCommand(terminal)));
    }

    /// The server that runs on this home, if there is one.
    static Optional<Connection> running(Terminal terminal) {
        return ServerFile.read(terminal.home()).flatMap(Connection::reached);
    }

    private static Optional<Connection> reached(ServerFile file) {
        if (answers(file)) {
            return Optional.of(new Running(file));
        }
        if (file.isProcessAlive()) {
            throw new Stop(
                    Exit.UNREACHABLE,
                    ("The server of this home, process %d, does not answer at %s. Stop it, or wait"
                                    + " until it does.")
                            .formatted(file.pid(), file.url()));
        }
        return Optional.empty();
    }

    /// Another program may have taken the port since: the token is shown only to the run of the
    /// server that wrote the file.
    private static boolean answers(ServerFile file) {
        var request =
                HttpRequest.newBuilder(URI.create(file.url() + "/healthz"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            var instance = JsonMapper.shared().readTree(answer.body()).path("instance");
            return instance.asString("").equals(file.instance());
        } catch (IOException | JacksonException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
