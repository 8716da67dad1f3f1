package dev.keepwell.screen.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.Keepwell;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.sample.SampleCompany;
import dev.keepwell.screen.api.OperatorToken;
import dev.keepwell.story.TestDatabase;
import dev.keepwell.story.TestHouse;
import dev.keepwell.workspace.Workspaces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sample company taken out and in again with the commands that do so.
class EverythingTest {

    private static final Instant NOW = Instant.parse("2026-06-01T06:00:00Z");

    private final WorkspaceId first = workspace();
    private final WorkspaceId second = workspace();
    @TempDir private Path folder;

    @BeforeEach
    void stand() throws IOException {
        var home = Files.createDirectory(folder.resolve("home"));
        var run = TestHouse.ask("GET", "/healthz", "").json().path("instance").asString();
        var token = TestHouse.bean(OperatorToken.class).text();
        new ServerFile(TestHouse.address(), ProcessHandle.current().pid(), run, token).write(home);
    }

    @Test
    void everything_goes_out_and_in_without_a_change() throws IOException {
        var company = Files.createDirectory(folder.resolve("company"));
        new SampleCompany(SampleCompany.SEED, NOW, 0).write(company);
        run(first, "import", company.toString());
        var before = exported(first, "csv");

        for (var file : run(first, "import", folder.resolve("csv-" + first).toString())) {
            assertThat(file.path("unchanged")).as("" + file).isEqualTo(file.path("read"));
        }
        run(second, "import", folder.resolve("csv-" + first).toString());

        assertThat(exported(second, "csv")).isEqualTo(before);
        assertThat(before).containsKeys("schema.json", "csv/account.csv", "csv/usage_event.csv");
        assertThat(exported(second, "ndjson")).isEqualTo(exported(first, "ndjson"));
        assertThat(exported(second, "parquet")).isEqualTo(exported(first, "parquet"));
        allSayTheSame();
    }

    private Map<String, String> exported(WorkspaceId workspace, String format) throws IOException {
        var to = folder.resolve(format + "-" + workspace);
        run(workspace, "export", "everything", to.toString(), "--format", format);
        var files = new TreeMap<String, String>();
        try (var inside = Files.walk(to)) {
            for (var file : inside.filter(Files::isRegularFile).toList()) {
                files.put(to.relativize(file).toString(), hash(file));
            }
        }
        return files;
    }

    /// The engine reads the same values from each kind of file.
    private void allSayTheSame() {
        try (var duck = DuckDb.open(DuckDb.Bounds.SMALL)) {
            var sums =
                    "select count(*), sum(hash(segment_id, cast(unit_price as decimal(19, 4)),"
                            + " cast(start_date as date))) from ";
            var place = folder + "/%s-" + first + "/csv/subscription_segment.%s')";
            var readers = Map.of("csv", "read_csv('", "parquet", "read_parquet('");
            var said =
                    readers.entrySet().stream()
                            .map(it -> sums + it.getValue() + place.formatted(it.getKey(), it.getKey()))
                            .map(it -> duck.query(it, (row, _) -> row.getString(1) + row.getString(2)))
                            .distinct();
            assertThat(said).hasSize(1);
        }
    }

    private List<JsonNode> run(WorkspaceId workspace, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var environment = Map.of("KEEPWELL_HOME", folder.resolve("home").toString());
        var all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of("--workspace", workspace.value(), "--json"));
        var exit =
                new Terminal(Keepwell.class, environment, stream(out), stream(err))
                        .run(all.toArray(String[]::new));
        assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
        var text = out.toString(StandardCharsets.UTF_8);
        return text.isEmpty()
                ? List.of()
                : JsonMapper.shared().readTree(text).path("files").valueStream().toList();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String hash(Path file) throws IOException {
        var digest = dev.keepwell.kernel.Fingerprint.sha256();
        return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    }

    private static WorkspaceId workspace() {
        var workspace = TestDatabase.freshWorkspace();
        TestHouse.bean(Workspaces.class).create(workspace, "Everything");
        return workspace;
    }
}
