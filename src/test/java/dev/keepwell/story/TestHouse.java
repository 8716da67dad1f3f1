package dev.keepwell.story;

import dev.keepwell.Keepwell;
import dev.keepwell.postgres.TestServer;
import dev.keepwell.screen.api.OperatorToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// The whole application on a free port with a real database, one for all tests of this process.
public final class TestHouse {

    private static final ConfigurableApplicationContext CONTEXT = start();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private TestHouse() {}

    /// An answer with its JSON, which is a missing node when there is no body.
    public record Answer(HttpResponse<String> http, JsonNode json) {

        public int status() {
            return http.statusCode();
        }

        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }
    }

    public static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    /// Tells everybody in the house what happened.
    public static void tell(Object event) {
        CONTEXT.publishEvent(event);
    }

    /// Asks as the operator of the installation.
    public static Answer ask(String method, String path, String body) {
        return ask(bean(OperatorToken.class).text(), method, path, body);
    }

    /// Asks with a token; an empty one is not sent.
    public static Answer ask(String token, String method, String path, String body) {
        return send(token, method, path, "application/json", body);
    }

    /// Asks as the operator, in one of several workspaces.
    public static Answer askIn(String workspace, String method, String path, String body) {
        return send(
                HttpRequest.newBuilder(URI.create(address() + path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + bean(OperatorToken.class).text())
                        .header("X-Keepwell-Workspace", workspace)
                        .method(method, BodyPublishers.ofString(body))
                        .build());
    }

    public static Answer send(String token, String method, String path, String type, String body) {
        var request =
                HttpRequest.newBuilder(URI.create(address() + path))
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    public static Answer send(HttpRequest request) {
        try {
            var answer = CLIENT.send(request, BodyHandlers.ofString());
            return new Answer(answer, json(answer.body()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Several lines are no JSON, and whoever asked for them reads the body.
    private static JsonNode json(String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /// Where browsers find it.
    public static String address() {
        return "http://127.0.0.1:" + CONTEXT.getEnvironment().getProperty("local.server.port");
    }

    private static ConfigurableApplicationContext start() {
        try {
            var home = Files.createTempDirectory(Path.of("target"), "test-house-");
            var house = new SpringApplication(Keepwell.class);
            house.addInitializers(it -> it.getBeanFactory().addBeanPostProcessor(new Statements()));
            return house.run(
                    "--server.port=0",
                    "--keepwell.home=" + home,
                    "--keepwell.database-url="
                            + TestServer.shared().emptyDatabase("keepwell_house"),
                    "--logging.level.root=ERROR");
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
