package dev.keepwell.screen.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.job.JobId;
import dev.keepwell.job.Jobs;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Draft;
import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.Database;
import dev.keepwell.story.TestHouse;
import dev.keepwell.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What verifying the lake tells.
class VerificationsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void a_damaged_file_of_the_lake_is_named() throws IOException {
        var file = published();
        assertThat(verified().path("lost").asLong()).isZero();
        Files.writeString(file, "rats");

        var result = verified();

        assertThat(result.path("lost").asLong()).isOne();
        var damage = result.path("damages").path(0);
        assertThat(damage.path("state").asString()).isEqualTo("lost");
        assertThat(damage.path("dataset").asString()).isEqualTo("verified");
        assertThat(damage.path("part").asString()).isEqualTo("2026-10");
        assertThat(damage.path("path").asString()).isEqualTo(file.toString());
        assertThat(damage.path("expected_sha256").asString())
                .isEqualTo(file.getFileName().toString().replace(".parquet", ""));
        assertThat(damage.path("found").asString()).hasSize(64);

        Files.writeString(file, "rows");
        assertThat(verified().path("damages").path(0).path("state").asString())
                .isEqualTo("returned");
    }

    @Test
    void what_there_is_to_verify_is_said_when_something_else_was_asked() {
        var answer = TestHouse.ask("POST", "/api/v1/verifications", "{\"of\":\"soup\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").asString()).contains("lake or ledger");
    }

    private static JsonNode verified() {
        var promise = TestHouse.ask("POST", "/api/v1/verifications", "{\"of\":\"lake\"}").json();
        var id = promise.path("id").asString();
        TestHouse.bean(Jobs.class).await(WorkspaceId.DEFAULT, new JobId(id), PATIENCE);
        return TestHouse.ask("GET", "/api/v1/jobs/" + id, "").json().path("result");
    }

    private static Path published() throws IOException {
        var workspace = WorkspaceId.DEFAULT;
        if (!TestHouse.bean(Workspaces.class).all().contains(workspace)) {
            TestHouse.bean(Workspaces.class).create(workspace, "Lake");
        }
        var lake = TestHouse.bean(Lake.class);
        var draft = Files.writeString(lake.draft(), "rows");
        return TestHouse.bean(Database.class)
                .in(
                        workspace,
                        it -> {
                            lake.publish(it, workspace, "verified", "2026-10", new Draft(draft, 1));
                            return lake.files(it, workspace, "verified").getFirst().path();
                        });
    }
}
