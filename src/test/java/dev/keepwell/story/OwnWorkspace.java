package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.job.JobId;
import dev.keepwell.job.Jobs;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.sample.SampleCompany;
import dev.keepwell.workspace.TokenKind;
import dev.keepwell.workspace.Tokens;
import dev.keepwell.workspace.Workspaces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A workspace of the test house that nobody else has, with a token that opens all of it.
record OwnWorkspace(WorkspaceId id, String token) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static OwnWorkspace open() {
        var id = TestDatabase.freshWorkspace();
        TestHouse.bean(Workspaces.class).create(id, "Story");
        return new OwnWorkspace(id, token(id, Set.of("all")));
    }

    /// Another token, for who may do less.
    String token(Set<String> scopes) {
        return token(id, scopes);
    }

    private static String token(WorkspaceId id, Set<String> scopes) {
        return TestHouse.bean(Tokens.class).create(id, "test", TokenKind.API, scopes).secret();
    }

    /// What is no JSON.
    InputStream stream(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(TestHouse.address() + "/api/v1" + path))
                        .header("Authorization", "Bearer " + token)
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            return new ByteArrayInputStream(
                    client.send(request, BodyHandlers.ofByteArray()).body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode get(String path) {
        return TestHouse.ask(token, "GET", "/api/v1" + path, "").json();
    }

    JsonNode ask(String method, String path, Map<String, ?> body) {
        var json = JsonMapper.shared().writeValueAsString(body);
        return TestHouse.ask(token, method, "/api/v1" + path, json).json();
    }

    /// Waits for the job that was promised, and tells its result.
    JsonNode done(JsonNode promise) {
        return result(promise.path("id").asString());
    }

    JsonNode result(String job) {
        TestHouse.bean(Jobs.class).await(id, new JobId(job), PATIENCE);
        var answer = get("/jobs/" + job);
        assertThat(answer.path("state").asString()).as(answer.toString()).isEqualTo("done");
        return answer.path("result");
    }

    /// Imports all files of the folder in one go.
    JsonNode bring(Path folder, String completeUntil) throws IOException {
        var order = Map.of("complete_until", completeUntil);
        var path = "/imports/" + ask("POST", "/imports", order).path("id").asString();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var name = "/api/v1" + path + "/files/" + file.getFileName();
                TestHouse.send(token, "PUT", name, "text/csv", Files.readString(file));
            }
        }
        return done(ask("POST", path + "/start", Map.of()));
    }

    /// Imports the sample company, whose files go through the folder, with its model.
    JsonNode bring(SampleCompany company, Path folder) throws IOException {
        ask("PUT", "/workspace", Map.of("zone", "Europe/Madrid", "currency", "EUR"));
        var imported = bring(folder, company.today().toString());
        ask("PUT", "/models/current", Map.of("yaml", SampleCompany.model()));
        return imported;
    }

    /// Closes the days, both included; the present one is judged.
    JsonNode judge(LocalDate from, LocalDate to) {
        return done(ask("POST", "/runs", Map.of("from", from.toString(), "to", to.toString())));
    }
}
