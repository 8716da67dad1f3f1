package dev.keepwell.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Rows;
import dev.keepwell.story.TestDatabase;
import dev.keepwell.story.TestHouse;
import dev.keepwell.workspace.TokenKind;
import dev.keepwell.workspace.Tokens;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole house over a few nights.
class NightTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Database database = TestHouse.bean(Database.class);
    private final Schedule schedule = TestHouse.bean(Schedule.class);
    private final Jobs jobs = TestHouse.bean(Jobs.class);
    private final WorkspaceId workspace = TestDatabase.freshWorkspace();
    private String token = "";

    @BeforeEach
    void open() {
        TestHouse.bean(Workspaces.class).create(workspace, "Nights");
        var tokens = TestHouse.bean(Tokens.class);
        token = tokens.create(workspace, "test", TokenKind.API, Set.of("all")).secret();
        schedule.look(workspace);
    }

    @Test
    void days_are_closed_night_by_night_up_to_yesterday() {
        importAccount();
        pass(3);
        assertThat(closed()).isEmpty();

        for (int i = 0; i < 5; i++) {
            schedule.look(workspace);
            awaitAll();
        }

        // In the first half hour of a day the night before is still to come.
        var today =
                new LocalDates(ZoneOffset.UTC, LocalTime.of(0, 30))
                        .last(Clock.systemUTC().instant());
        assertThat(dates()).endsWith(today.toString()).hasSize(4);
        assertThat(closed()).contains(today.minusDays(1).toString()).doesNotContain(today + "");
        assertThat(closed()).hasSize(3);
    }

    @Test
    void nothing_is_closed_before_anything_has_arrived() {
        pass(2);
        schedule.look(workspace);
        schedule.look(workspace);

        assertThat(column("select kind from job.job where kind = 'run'")).isEmpty();
        assertThat(dates()).hasSize(3);
    }

    @Test
    void what_stands_still_can_be_read() {
        TestHouse.bean(Flags.class)
                .raise(
                        workspace,
                        "desk",
                        new Stage.Waiting("letter 1", PATIENCE, 3, "3 letters are waiting."));

        var flag = get("/api/v1/flags").path("data").path(0);
        assertThat(flag.path("stage").asString()).isEqualTo("desk");
        assertThat(flag.path("reason").asString()).isEqualTo("3 letters are waiting.");
        assertThat(flag.path("raised_at").asString()).endsWith("Z");
        assertThat(flag.path("cleared_at").isNull()).isTrue();
        assertThat(get("/readyz").path("reasons").path(0).asString())
                .isEqualTo("desk: 3 letters are waiting.");
        assertThat(get("/readyz").path("status").asString()).isEqualTo("ready");
    }

    private void importAccount() {
        var order = Map.of("complete_until", "2026-01-31");
        var path = "/api/v1/imports/" + ask("/api/v1/imports", order).path("id").asString();
        TestHouse.send(
                token,
                "PUT",
                path + "/files/account.csv",
                "text/csv",
                "account_id,name\nA1,Acorn\n");
        ask(path + "/start", Map.of());
        awaitAll();
    }

    /// As if the workspace had been seen first so many days earlier.
    private void pass(int days) {
        database.doIn(
                workspace,
                it -> it.sql().sql("update job.daily set day = day - ?").param(days).update());
    }

    private void awaitAll() {
        for (var id : column("select job_id from job.job order by turn")) {
            var job = jobs.await(workspace, new JobId(id), PATIENCE);
            assertThat(job.state()).isInstanceOf(Job.Done.class);
        }
    }

    private List<String> dates() {
        return column("select day::text from job.daily where name = 'close-days' order by day");
    }

    private List<String> closed() {
        return column("select day::text from health.closed_day order by day");
    }

    private List<String> column(String query) {
        return database.in(workspace, it -> Rows.of(it.sql().sql(query).query(String.class)));
    }

    private JsonNode get(String path) {
        return TestHouse.ask(token, "GET", path, "").json();
    }

    private JsonNode ask(String path, Map<String, ?> body) {
        var json = JsonMapper.shared().writeValueAsString(body);
        return TestHouse.ask(token, "POST", path, json).json();
    }
}
