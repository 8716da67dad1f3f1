package dev.keepwell.screen.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.Keepwell;
import dev.keepwell.postgres.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A morning with a small company, at the command line: in with the files, close the days, ask.
class MorningTest {

    private static final String ACCOUNTS =
            """
            account_id,name
            acorn,Acorn Bakery
            cobalt,Cobalt Freight
            ,Nobody
            """;

    private static final String SEGMENTS =
            """
            segment_id,subscription_id,account_id,quantity,unit_price,ccy,interval_unit,\
            interval_count,start_date,end_date,kind,state
            g1,s1,acorn,1,100,USD,month,1,2025-01-01,,recurring,active
            g2,s2,cobalt,2,150,USD,month,1,2025-02-01,,recurring,active
            """;

    @TempDir private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_company_comes_in_and_is_asked_about() throws Exception {
        var home = folder.resolve("home");
        Files.writeString(folder.resolve("account.csv"), ACCOUNTS);
        Files.writeString(folder.resolve("subscription_segment.csv"), SEGMENTS);
        environment.put("KEEPWELL_HOME", home.toString());
        environment.put("KEEPWELL_PORT", freePort());
        environment.put(
                "KEEPWELL_DATABASE_URL", TestServer.shared().emptyDatabase("keepwell_morning"));

        try (var server = Server.forEverybody(terminal())) {
            server.file().write(home);

            importsWithOneRowSetAside();
            answersWithMoney();
            scoresNobodyItKnowsTooLittleAbout();
            givesEverythingOut();
            keepsWorkspacesApart();
            publishesModelsAndTakesThemBack();
            assertThat(Files.getPosixFilePermissions(home.resolve("server.json")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    private void importsWithOneRowSetAside() {
        assertThat(run("import", folder.toString(), "--json")).isEqualTo(5);
        var account = json().path("files").get(0);
        assertThat(account.path("table").asString()).isEqualTo("account");
        assertThat(account.path("read").asInt()).isEqualTo(3);
        assertThat(account.path("created").asInt()).isEqualTo(2);
        assertThat(account.path("rejected").asInt()).isEqualTo(1);
        assertThat(said()).contains("account.csv:4");
    }

    private void publishesModelsAndTakesThemBack() throws IOException {
        var file = folder.resolve("model.yaml");
        assertThat(run("model", "pull", "current", file.toString())).as(said()).isZero();
        var text = Files.readString(file);
        Files.writeString(file, text.replace("coverage_floor: 0.5", "coverage_floor: 0.4"));

        assertThat(run("model", "diff", file.toString())).isZero();
        assertThat(printed()).isEqualTo("Coverage floor 0.5 → 0.4\n");
        assertThat(run("model", "push", file.toString())).isZero();
        var draft = printed().strip();
        assertThat(run("model", "push", file.toString(), "--draft", draft)).isZero();
        assertThat(run("model", "publish", draft, "--note", "Earlier.", "--json")).isZero();
        assertThat(json().path("version").asInt()).isEqualTo(2);
        assertThat(run("model", "publish", draft, "--note", "Again.")).isEqualTo(1);
        assertThat(run("model", "rollback", "1", "--note", "Too early.")).isZero();
        assertThat(run("model", "diff", "1", "3")).isZero();
        assertThat(printed()).contains("The texts are the same.");
        assertThat(run("model", "versions")).isZero();
        assertThat(printed().lines().toList().get(1))
                .matches("3\\* +default +\\S+ +operator +Too early. \\(back to 1\\)");
        assertThat(run("model", "templates", "--json")).isZero();
        assertThat(json().path("data").size()).isEqualTo(7);
        assertThat(run("model", "pull", "3")).isZero();
        assertThat(printed()).isEqualTo(text);
    }

    private void answersWithMoney() {
        assertThat(run("metric", "value", "mrr", "--as-of", "2025-02-10", "--json")).isZero();
        var value = json().path("data").get(0).path("value");
        assertThat(value)
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree("{\"amount\":\"400.00\",\"currency\":\"USD\"}"));
        assertThat(
                        run(
                                "metric",
                                "value",
                                "mrr",
                                "--as-of",
                                "2025-02-10",
                                "--grain",
                                "account",
                                "--entity",
                                "ext:csv/acorn"))
                .isZero();
        assertThat(printed()).contains("100.00 USD").doesNotContain("300.00");
        assertThat(run("metric", "value", "mrrr")).isEqualTo(1);
        assertThat(said()).contains("Did you mean 'mrr'?");
    }

    private void scoresNobodyItKnowsTooLittleAbout() {
        assertThat(run("run", "--from", "2025-02-10", "--to", "2025-02-11")).isZero();
        assertThat(run("score", "ext:csv/acorn", "--as-of", "2025-02-11", "--json")).isZero();
        var health = json();
        assertThat(health.path("band").asString()).isEqualTo("grey");
        assertThat(health.path("raw").isNull()).isTrue();
        assertThat(health.path("coverage").asDouble()).isLessThan(0.5);
        assertThat(health.path("groups").get(0).path("measures").get(0).has("observed_at"))
                .isTrue();
        assertThat(run("explain", "acorn", "--from", "2025-02-10", "--to", "2025-02-11"))
                .isEqualTo(1);
        assertThat(said()).contains("no score");
    }

    private void givesEverythingOut() {
        assertThat(run("export", "records", "--table", "account", "--format", "csv")).isZero();
        assertThat(printed().lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("\"table\",\"version\",\"id\"");
        assertThat(run("export", "dead-letters")).isZero();
        assertThat(json().path("original").asString()).contains("Nobody");
        assertThat(run("export", "ledger", "--format", "ndjson")).isZero();
        assertThat(printed().lines()).hasSize(4).allMatch(it -> it.contains("\"grey\""));
    }

    private void keepsWorkspacesApart() {
        assertThat(run("workspace", "create", "other")).isZero();
        assertThat(run("export", "records", "--workspace", "other")).isZero();
        assertThat(printed()).isEmpty();
        assertThat(run("workspace", "show", "--workspace", "nowhere")).isEqualTo(1);
        assertThat(run("doctor")).isZero();
    }

    private Terminal terminal() {
        return new Terminal(Keepwell.class, environment, stream(out), stream(err));
    }

    private int run(String... words) {
        out.reset();
        err.reset();
        return terminal().run(words);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(printed());
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static String freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
