package dev.keepwell.job;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Rows;
import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// The flags of all workspaces: those that are up, and those that were.
public final class Flags {

    /// Long enough to look back over a bad week.
    private static final int LISTED_MAX = 100;

    private final Database database;
    private final Clock clock;

    Flags(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Those that are up, and below them the last that were, the newest first.
    public List<Flag> list(WorkspaceId workspace) {
        return list(
                workspace,
                """
                select * from job.flag
                order by cleared_at is not null, flag_id desc
                limit %d
                """
                        .formatted(LISTED_MAX));
    }

    /// Those that are up.
    public List<Flag> up(WorkspaceId workspace) {
        return list(
                workspace, "select * from job.flag where cleared_at is null order by flag_id desc");
    }

    private List<Flag> list(WorkspaceId workspace, String query) {
        return database.in(
                workspace, it -> Rows.of(it.sql().sql(query).query((row, _) -> read(row))));
    }

    /// Raises the flag of the stage, or says anew why it is up.
    void raise(WorkspaceId workspace, String stage, Stage.Waiting waiting) {
        database.doIn(
                workspace,
                session -> {
                    hurry(session);
                    session.sql()
                            .sql(
                                    """
                                    insert into job.flag
                                        (workspace_id, stage, item, reason, raised_at)
                                    values (?, ?, ?, ?, ?)
                                    on conflict (workspace_id, stage) where cleared_at is null
                                    do update set item = excluded.item, reason = excluded.reason
                                    """)
                            .params(
                                    workspace.value(),
                                    stage,
                                    waiting.oldest(),
                                    waiting.reason(),
                                    now())
                            .update();
                });
    }

    /// Takes the flag of the stage down unless it is up for this item.
    void clear(WorkspaceId workspace, String stage, String unless) {
        database.doIn(
                workspace,
                session -> {
                    hurry(session);
                    session.sql()
                            .sql(
                                    """
                                    update job.flag set cleared_at = ?
                                    where stage = ? and cleared_at is null and item <> ?
                                    """)
                            .params(now(), stage, unless)
                            .update();
                });
    }

    /// Whoever watches must not be held up by what it watches.
    static void hurry(Session session) {
        session.sql().sql("set local lock_timeout = '2s'").update();
        session.sql().sql("set local statement_timeout = '5s'").update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Flag read(ResultSet row) throws SQLException {
        var cleared = row.getObject("cleared_at", OffsetDateTime.class);
        return new Flag(
                row.getString("stage"),
                row.getString("reason"),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                cleared == null ? null : cleared.toInstant());
    }
}
