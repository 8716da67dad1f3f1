package dev.keepwell.story;

import dev.keepwell.job.JobId;
import dev.keepwell.job.Jobs;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.sample.SampleCompany;
import dev.keepwell.workspace.TokenKind;
import dev.keepwell.workspace.Tokens;
import dev.keepwell.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A small sample company in a workspace of the test house, for those who change it: nothing else
/// is at work there, as it is in the demo for its first minutes.
final class SampleHouse {

    private static final int OTHERS = 80;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static @Nullable SampleHouse shared;

    private final WorkspaceId workspace = TestDatabase.freshWorkspace();
    private final String token;

    private SampleHouse() throws IOException {
        TestHouse.bean(Workspaces.class).create(workspace, "Sample");
        token = token(Set.of("all"));
        ask("PUT", "/workspace", Map.of("zone", "Europe/Madrid", "currency", "EUR"));
        bring(new SampleCompany(SampleCompany.SEED, Instant.now(), OTHERS));
    }

    static synchronized SampleHouse shared() {
        try {
            if (shared == null) {
                shared = new SampleHouse();
            }
            return shared;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    WorkspaceId workspace() {
        return workspace;
    }

    String token(Set<String> scopes) {
        return TestHouse.bean(Tokens.class)
                .create(workspace, "test", TokenKind.API, scopes)
                .secret();
    }

    private void bring(SampleCompany company) throws IOException {
        var folder = Files.createTempDirectory(Path.of("target"), "sample-house-");
        company.write(folder);
        var today = company.today().toString();
        var path =
                "/imports/"
                        + ask("POST", "/imports", Map.of("complete_until", today))
                                .path("id")
                                .asString();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var name = "/api/v1" + path + "/files/" + file.getFileName();
                TestHouse.send(token, "PUT", name, "text/csv", Files.readString(file));
            }
        }
        await(ask("POST", path + "/start", Map.of()));
        ask("PUT", "/models/current", Map.of("yaml", SampleCompany.model()));
        var before = company.today().minusDays(1).toString();
        await(ask("POST", "/runs", Map.of("from", before, "to", today)));
    }

    private void await(JsonNode promise) {
        var id = new JobId(promise.path("id").asString());
        TestHouse.bean(Jobs.class).await(workspace, id, PATIENCE);
    }

    private JsonNode ask(String method, String path, Map<String, ?> body) {
        var json = JsonMapper.shared().writeValueAsString(body);
        return TestHouse.ask(token, method, "/api/v1" + path, json).json();
    }
}
