package dev.keepwell.screen.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Draft;
import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.Database;
import dev.keepwell.story.TestDatabase;
import dev.keepwell.story.TestHouse;
import dev.keepwell.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.JsonNode;

/// What lies in the lake is what was published: no more after a start, no less without a word.
class SweepingTest {

    private final Lake lake = TestHouse.bean(Lake.class);
    private final Sweeping check = TestHouse.bean(Sweeping.class);
    private final WorkspaceId workspace = TestDatabase.freshWorkspace();

    @Test
    void a_start_removes_what_no_transaction_published_and_nothing_else() throws IOException {
        var published = published();
        var orphan = Files.writeString(published.resolveSibling("00.parquet"), "orphan");
        var draft = Files.writeString(lake.draft(), "draft");

        check.start();

        assertThat(published).hasContent("rows");
        assertThat(orphan).doesNotExist();
        assertThat(draft).doesNotExist();
    }

    @Test
    void the_lake_is_swept_before_jobs_write_to_it() {
        assertThat(check.isRunning()).isTrue();
        assertThat(check.getPhase()).isLessThan(SmartLifecycle.DEFAULT_PHASE);
    }

    @Test
    void the_doctor_names_the_files_that_are_gone_or_damaged() throws IOException {
        var file = published();
        assertThat(lakeCheck().path("ok").asBoolean()).isTrue();

        Files.writeString(file, "rats");
        assertThat(lakeCheck().path("repair").asString()).contains(file.toString());
        Files.delete(file);
        assertThat(lakeCheck().path("repair").asString()).contains(file.toString());
        check.start(); // Says so in the log, and starts.

        Files.writeString(file, "rows");
        assertThat(lakeCheck().path("ok").asBoolean()).isTrue();
    }

    private static JsonNode lakeCheck() {
        for (var it : TestHouse.ask("GET", "/api/v1/checks", "").json().path("checks")) {
            if (it.path("name").asString().equals("lake")) {
                return it;
            }
        }
        throw new AssertionError("The lake is not looked at.");
    }

    private Path published() throws IOException {
        TestHouse.bean(Workspaces.class).create(workspace, "Lake");
        var draft = Files.writeString(lake.draft(), "rows");
        return TestHouse.bean(Database.class)
                .in(
                        workspace,
                        it -> {
                            lake.publish(it, workspace, "swept", "p", new Draft(draft, 1));
                            return lake.files(it, workspace, "swept").getFirst().path();
                        });
    }
}
