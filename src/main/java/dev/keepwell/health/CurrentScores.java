package dev.keepwell.health;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// The newest score of each account, for pages that must not wait for the lake. It may be of a day
/// that is not closed yet.
public final class CurrentScores {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String UPSERT =
            """
            insert into health.current values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (workspace_id, account_id) do update set
                day = excluded.day, model = excluded.model, version = excluded.version,
                raw = excluded.raw, rounded = excluded.rounded, capped = excluded.capped,
                published = excluded.published, plain_band = excluded.plain_band,
                band = excluded.band, coverage = excluded.coverage, anatomy = excluded.anatomy
            where excluded.day >= health.current.day
            """;

    private final Database database;

    public CurrentScores(Database database) {
        this.database = database;
    }

    /// Takes over scores that are as new as what is there, or newer.
    public void put(WorkspaceId workspace, List<Anatomy> anatomies) {
        database.doIn(workspace, session -> put(session, workspace, anatomies));
    }

    public Optional<Anatomy> of(WorkspaceId workspace, AccountId account) {
        return database.in(
                        workspace,
                        session ->
                                session.sql()
                                        .sql(
                                                """
                                                select anatomy from health.current
                                                where account_id = ?
                                                """)
                                        .param(account.value())
                                        .query(String.class)
                                        .optional())
                .map(it -> JSON.readValue(it, AnatomyRows.class).anatomy());
    }
}
