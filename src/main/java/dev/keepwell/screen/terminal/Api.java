package dev.keepwell.screen.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The REST API of one server, asked as its operator in one workspace.
final class Api {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final int ERRORS_FROM = 400;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_MAX)
                    .build();
    private final String url;
    private final String token;
    private final String workspace;

    Api(String url, String token, String workspace) {
        this.url = url;
        this.token = token;
        this.workspace = workspace;
    }

    /// The address under which the server was reached.
    String server() {
        return url;
    }

    JsonNode get(String path) {
        return json(send("GET", path, "application/json", BodyPublishers.noBody()));
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, body);
    }

    JsonNode put(String path, Object body) {
        return send("PUT", path, body);
    }

    /// Changes what is at this revision, and nothing that came after.
    JsonNode change(String method, String path, Object body, int revision) {
        var publisher = BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        var request =
                request(method, path, "application/json", publisher)
                        .header("If-Match", "\"" + revision + "\"");
        return json(send(request.build()));
    }

    /// A value as answers hold it.
    static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    JsonNode delete(String path) {
        return json(send("DELETE", path, "application/json", BodyPublishers.noBody()));
    }

    /// Streams a file as it is.
    JsonNode upload(String path, Path file) {
        try {
            var body = BodyPublishers.ofFile(file);
            return json(send("PUT", path, "application/octet-stream", body));
        } catch (IOException e) {
            throw new Stop(Exit.USAGE, "The file %s cannot be read.".formatted(file));
        }
    }

    /// The answer as it streams in, for the caller to close.
    InputStream stream(String path) {
        return send("GET", path, "application/json", BodyPublishers.noBody());
    }

    /// `/accounts` with `?as_of=…&period=…` for those parameters that have a text.
    static String query(String path, Map<String, String> parameters) {
        var query =
                parameters.entrySet().stream()
                        .filter(it -> !it.getValue().isEmpty())
                        .map(it -> it.getKey() + "=" + encoded(it.getValue()))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /// One segment of a path; a slash inside it stays inside it.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode send(String method, String path, Object body) {
        var publisher = BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        return json(send(method, path, "application/json", publisher));
    }

    private InputStream send(String method, String path, String type, BodyPublisher body) {
        return send(request(method, path, type, body).build());
    }

    private HttpRequest.Builder request(
            String method, String path, String type, BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("X-Keepwell-Workspace", workspace)
                .header("Content-Type", type)
                .method(method, body);
    }

    private InputStream send(HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofInputStream());
            if (answer.statusCode() >= ERRORS_FROM) {
                throw problem(answer);
            }
            return answer.body();
        } catch (IOException e) {
            throw new Stop(
                    Exit.UNREACHABLE,
                    "The server at %s stopped answering. Look into its log, then try again."
                            .formatted(url));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop(Exit.UNREACHABLE, "Interrupted while waiting for the server.");
        }
    }

    private static Stop problem(HttpResponse<InputStream> answer) {
        try {
            var detail = json(answer.body()).path("detail").asString("");
            return Stop.ofStatus(answer.statusCode(), detail);
        } catch (JacksonException e) {
            return Stop.ofStatus(
                    answer.statusCode(),
                    "The server answered %d without a reason.".formatted(answer.statusCode()));
        }
    }

    private static JsonNode json(InputStream body) {
        try (body) {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new Stop(Exit.UNREACHABLE, "The answer of the server broke off.");
        }
    }
}
