package dev.keepwell.screen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Draft;
import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.Database;
import dev.keepwell.story.TestDatabase;
import dev.keepwell.story.TestHouse;
import dev.keepwell.workspace.Scopes;
import dev.keepwell.workspace.TokenKind;
import dev.keepwell.workspace.Tokens;
import dev.keepwell.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// An export is whole, or it is seen that it is not.
class ExportsTest {

    private static final String EXPORT = "/api/v1/exports/ledger";

    private static final String SCORES =
            """
            copy (
                select 'acc_' || i as account_id, date '2025-01-01' as day, 'm' as model,
                    1 as model_version, null::double as raw, null::double as rounded,
                    null::double as capped, null::double as published,
                    null::varchar as plain_band, 'grey' as band, 'GREY' as status,
                    0.1::double as coverage, 0 as waited_days, '' as caps,
                    null::varchar as binding_cap, '' as conditions, '' as warnings,
                    repeat('f', 64) as input_hash
                from range(1000) numbers (i)
            ) to '%s' (format parquet)
            """;

    private final Lake lake = TestHouse.bean(Lake.class);
    private final WorkspaceId workspace = TestDatabase.freshWorkspace();
    private final String token = token();

    @Test
    void an_export_that_fails_on_its_way_breaks_off() throws Exception {
        publish(scores());
        publish(damaged());

        assertThatThrownBy(() -> TestHouse.ask(token, "GET", EXPORT, ""))
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void an_export_that_fails_before_it_begins_is_a_problem() throws IOException {
        publish(damaged());

        var answer = TestHouse.ask(token, "GET", EXPORT, "");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Content-Disposition")).isEmpty();
        assertThat(answer.json().path("code").asString()).isEqualTo("internal");
    }

    private String token() {
        TestHouse.bean(Workspaces.class).create(workspace, "Exports");
        return TestHouse.bean(Tokens.class)
                .create(workspace, "test", TokenKind.API, Set.of(Scopes.ALL))
                .secret();
    }

    private void publish(Path file) {
        TestHouse.bean(Database.class)
                .doIn(
                        workspace,
                        it -> lake.publish(it, workspace, "score", "p", new Draft(file, 1)));
    }

    private Path scores() throws SQLException {
        var file = lake.draft();
        try (var duckDb = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duckDb.createStatement()) {
            statement.execute(SCORES.formatted(file));
        }
        return file;
    }

    private Path damaged() throws IOException {
        return Files.writeString(lake.draft(), "not a table");
    }
}
