package dev.keepwell.recount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.job.JobId;
import dev.keepwell.job.Jobs;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Span;
import dev.keepwell.story.TestDatabase;
import dev.keepwell.story.TestHouse;
import dev.keepwell.warehouse.Arrivals;
import dev.keepwell.warehouse.Facts;
import dev.keepwell.warehouse.Scope;
import dev.keepwell.warehouse.Warehouse;
import dev.keepwell.workspace.Conventions;
import dev.keepwell.workspace.TokenKind;
import dev.keepwell.workspace.Tokens;
import dev.keepwell.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A workspace of the whole application, filled through its front door.
public final class ImportedWorkspace {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");

    private final WorkspaceId workspace = TestDatabase.freshWorkspace();
    private final String token;

    public ImportedWorkspace(String zone, String currency) {
        TestHouse.bean(Workspaces.class).create(workspace, "Recounted");
        token =
                TestHouse.bean(Tokens.class)
                        .create(workspace, "test", TokenKind.API, Set.of("all"))
                        .secret();
        ask("PUT", "/workspace", Map.of("zone", zone, "currency", currency));
    }

    /// Takes the files of one import, by their names, and returns the import. Every row must be
    /// taken.
    public String bring(LocalDate completeUntil, Map<String, String> files) {
        return bring("csv", completeUntil, files);
    }

    /// The files of a folder, by their names.
    public static Map<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (var paths = Files.list(folder)) {
            for (var it : paths.toList()) {
                files.put(it.getFileName().toString(), Files.readString(it));
            }
        }
        return files;
    }

    String bring(String source, LocalDate completeUntil, Map<String, String> files) {
        var order = Map.of("source", source, "complete_until", completeUntil.toString());
        var begun = ask("POST", "/imports", order);
        var path = "/imports/" + begun.path("id").asString();
        files.forEach((name, text) -> {
            var file = "/api/v1" + path + "/files/" + name;
            var answer = TestHouse.send(token, "PUT", file, "text/csv", text);
            assertThat(answer.status()).as(answer.http().body()).isBetween(200, 299);
        });
        for (var file : done(ask("POST", path + "/start", Map.of())).path("files")) {
            assertThat(file.path("rejected").asInt()).as(file.toString()).isZero();
        }
        return begun.path("id").asString();
    }

    void undo(String importId) {
        var result = done(ask("POST", "/imports/" + importId + "/undo", Map.of()));
        assertThat(result.path("left_alone").asInt()).as(result.toString()).isZero();
    }

    Arrivals.Mark mark() {
        return TestHouse.bean(Arrivals.class).mark(workspace);
    }

    /// The first day of which something speaks that came, or went, after the mark.
    Optional<LocalDate> earliest(Arrivals.Mark before) {
        return TestHouse.bean(Arrivals.class).earliest(workspace, before, mark());
    }

    public WorkspaceId id() {
        return workspace;
    }

    public Conventions conventions() {
        return TestHouse.bean(Workspaces.class).conventionsOf(workspace);
    }

    Facts open(List<Span> spans) {
        var scope = new Scope(workspace, conventions(), NOW, RandomWorkspace.days(spans));
        return TestHouse.bean(Warehouse.class).open(scope);
    }

    /// The ids that the source gave to accounts, by ours.
    static Map<String, String> sourceIds(Facts facts) {
        var ids = new HashMap<String, String>();
        facts.need(List.of("fact.account"));
        facts.query(
                "select account_id, source_id from fact.account",
                (row, _) -> ids.put(row.getString(1), row.getString(2)));
        return ids;
    }

    private JsonNode done(JsonNode promise) {
        var id = new JobId(promise.path("id").asString());
        TestHouse.bean(Jobs.class).await(workspace, id, PATIENCE);
        var job = TestHouse.ask(token, "GET", "/api/v1/jobs/" + id, "").json();
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
        return job.path("result");
    }

    private JsonNode ask(String method, String path, Map<String, String> body) {
        var json = JsonMapper.shared().writeValueAsString(body);
        var answer = TestHouse.ask(token, method, "/api/v1" + path, json);
        assertThat(answer.status()).as(answer.http().body()).isBetween(200, 299);
        return answer.json();
    }
}
