package dev.keepwell.screen.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.Keepwell;
import dev.keepwell.kernel.Fingerprint;
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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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

    /// Rows of either source need some of the other, so neither can come first as a whole.
    @Test
    void what_sources_need_of_each_other_comes_in_time() throws IOException {
        bring("crm", "account", "account_id,name\nC1,=Acorn\nC2,'=Birch\n");
        bring("app", "app_user", "user_id\nu1\n");
        bring("app", "user_account", "user_id,account_id\nu1,ext:crm/C1\n");
        bring("crm", "contact", "contact_id,account_id,user_id\nP1,C1,ext:app/u1\n");
        bring(
                "app",
                "touch",
                "touch_id,account_id,channel,occurred_at\nt1,ext:crm/C1,chat,2025-05-01\n");
        bring("crm", "touch_contact", "touch_id,contact_id\next:app/t1,P1\n");
        bring(
                "app",
                "usage_event",
                "event_id,event_name,occurred_at,value\ne1,x,2025-05-01,-1.5\n");

        goesOutAndIn();
    }

    @Test
    @Tag("long")
    void the_sample_company_goes_out_and_in_without_a_change() throws IOException {
        var company = Files.createDirectory(folder.resolve("company"));
        new SampleCompany(SampleCompany.SEED, NOW, 0).write(company);
        run(first, "import", company.toString());

        goesOutAndIn();
    }

    private void bring(String source, String table, String text) throws IOException {
        var file = Files.writeString(folder.resolve(table + ".csv"), text);
        run(first, "import", file.toString(), "--source", source);
    }

    private void goesOutAndIn() throws IOException {
        var before = exported(first, "csv");
        var copy = folder.resolve("csv-" + first).toString();

        for (var file : run(first, "import", copy)) {
            assertThat(file.path("unchanged")).as("" + file).isEqualTo(file.path("read"));
        }
        assertThat(run(second, "import", copy)).isNotEmpty();

        assertThat(exported(second, "csv")).isEqualTo(before).containsKey("schema.json");
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

    /// The engine reads the same rows from each kind of file.
    private void allSayTheSame() throws IOException {
        try (var duck = DuckDb.open(DuckDb.Bounds.SMALL);
                var files = Files.walk(folder.resolve("parquet-" + first))) {
            for (var file : files.filter(it -> it.toString().endsWith(".parquet")).toList()) {
                var other = file.toString().replace("parquet-" + first, "csv-" + first);
                var csv = other.replaceAll("parquet$", "csv");
                var count = "select count(*) from ";
                var rows =
                        duck.query(
                                count + "read_parquet('" + file + "')", (row, _) -> row.getLong(1));
                var lines = count + "read_csv('" + csv + "', header = true, all_varchar = true)";
                assertThat(duck.query(lines, (row, _) -> row.getLong(1))).isEqualTo(rows);
            }
        }
    }

    private List<JsonNode> run(WorkspaceId workspace, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var environment = Map.of("KEEPWELL_HOME", folder.resolve("home").toString());
        var all = new ArrayList<>(List.of(words));
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
        var digest = Fingerprint.sha256();
        return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    }

    private static WorkspaceId workspace() {
        var workspace = TestDatabase.freshWorkspace();
        TestHouse.bean(Workspaces.class).create(workspace, "Everything");
        return workspace;
    }
}
