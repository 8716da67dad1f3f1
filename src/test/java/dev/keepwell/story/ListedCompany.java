package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.job.JobId;
import dev.keepwell.job.Jobs;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.workspace.TokenKind;
import dev.keepwell.workspace.Tokens;
import dev.keepwell.workspace.Workspaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A company that was imported and judged over HTTP, once for all tests of its list of accounts.
public final class ListedCompany {

    public static final WorkspaceId WORKSPACE = new WorkspaceId("account-list");

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final ListedCompany ONE = new ListedCompany();

    private final String token;
    private final JsonNode beforeTheRun;

    private ListedCompany() {
        TestHouse.bean(Workspaces.class).create(WORKSPACE, "Listed");
        token =
                TestHouse.bean(Tokens.class)
                        .create(WORKSPACE, "test", TokenKind.API, Set.of("all"))
                        .secret();
        try {
            importAll(Files.createTempDirectory(Path.of("target"), "company-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        beforeTheRun = TestHouse.ask(token, "GET", "/api/v1/accounts?q=account%201", "").json();
        var model = JsonMapper.shared().writeValueAsString(Map.of("yaml", Company.model()));
        TestHouse.ask(token, "PUT", "/api/v1/models/current", model);
        var days = "{\"from\":\"2025-02-15\",\"to\":\"%s\"}".formatted(Company.TO);
        done(TestHouse.ask(token, "POST", "/api/v1/runs", days).json());
    }

    static String token() {
        return ONE.token;
    }

    /// What the list said of the accounts whose name has a 1 in front, when nothing was judged.
    static JsonNode beforeTheRun() {
        return ONE.beforeTheRun;
    }

    /// The workspace, with everything in it.
    public static WorkspaceId workspace() {
        assertThat(ONE.token).isNotEmpty();
        return WORKSPACE;
    }

    private void importAll(Path folder) throws IOException {
        new Company(11).write(folder);
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var table = file.getFileName().toString().replace(".csv", "");
                var path = "/api/v1/imports?table=" + table;
                var text = Files.readString(file);
                done(TestHouse.send(token, "POST", path, "text/csv", text).json());
            }
        }
    }

    private void done(JsonNode promise) {
        var id = new JobId(promise.path("id").asString());
        TestHouse.bean(Jobs.class).await(WORKSPACE, id, PATIENCE);
        var job = TestHouse.ask(token, "GET", "/api/v1/jobs/" + id, "").json();
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
    }
}
