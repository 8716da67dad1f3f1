package dev.keepwell.source;

import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where the undoing of imports is kept. An undo is an import in the log that brings nothing and
/// names the one it takes back.
public final class Undos {

    /// The kind of the jobs that undo imports. Their argument is `{"undo": id}`.
    public static final String JOB = "undo";

    private static final Duration WITHIN = Duration.ofDays(30);

    /// An import that is being taken back: its source, when it was taken in, and when back.
    public record Undo(
            String id,
            String undoes,
            String sourceSystem,
            Instant began,
            Instant at,
            boolean finished) {}

    private record Ended(
            String source,
            boolean isDryRun,
            @Nullable String undoes,
            @Nullable Instant finishedAt,
            @Nullable String undoneBy) {}

    private final Database database;
    private final Imports imports;
    private final Clock clock;

    public Undos(Database database, Imports imports, Clock clock) {
        this.database = database;
        this.imports = imports;
        this.clock = clock;
    }

    /// Until when the import can be undone; empty when it is too late, or there is nothing to undo.
    public Optional<Instant> until(WorkspaceId workspace, String importId) {
        var ended = ended(workspace, importId);
        var finished = ended.finishedAt;
        if (finished == null || ended.isDryRun || ended.undoes != null || ended.undoneBy != null) {
            return Optional.empty();
        }
        return Optional.of(finished.plus(WITHIN)).filter(it -> !clock.instant().isAfter(it));
    }

    /// Writes the undo of an import into the log, once, and returns its id. One that was begun and
    /// has not ended goes on.
    public String open(WorkspaceId workspace, String importId) {
        var ended = ended(workspace, importId);
        if (ended.undoneBy != null && !find(workspace, ended.undoneBy).finished()) {
            return ended.undoneBy;
        }
        check(importId, ended);
        var id = Fingerprint.of(UUID.randomUUID().toString()).id("imp");
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var opened =
                database.in(
                        workspace,
                        session ->
                                session.sql()
                                        .sql(
                                                """
                                                insert into source.import (workspace_id, import_id,
                                                    source_system, dry_run, notes, undoes,
                                                    created_at, started_at)
                                                values (?, ?, ?, false, ?, ?, ?, ?)
                                                on conflict (workspace_id, undoes)
                                                    where undoes is not null do nothing
                                                """)
                                        .param(workspace.value())
                                        .param(id)
                                        .param(ended.source)
                                        .param(new String[] {"undo of " + importId})
                                        .param(importId)
                                        .param(now)
                                        .param(now)
                                        .update());
        if (opened == 0) {
            throw undone(importId);
        }
        return id;
    }

    private void check(String importId, Ended ended) {
        if (ended.undoes != null) {
            throw Refusal.conflict(
                    "undo_of_undo",
                    ("'%s' is the undo of '%s', and an undo is not undone."
                                    + " Import its files again instead.")
                            .formatted(importId, ended.undoes));
        }
        if (ended.isDryRun) {
            throw Refusal.conflict(
                    "nothing_to_undo",
                    "The import '%s' was only tried and changed nothing.".formatted(importId));
        }
        if (ended.undoneBy != null) {
            throw undone(importId);
        }
        var finished = ended.finishedAt;
        if (finished == null) {
            throw Refusal.conflict(
                    "import_not_finished",
                    "The import '%s' has not ended. Wait for its job, then undo it."
                            .formatted(importId));
        }
        var until = finished.plus(WITHIN);
        if (clock.instant().isAfter(until)) {
            throw Refusal.conflict(
                    "undo_too_late",
                    ("An import can be undone for %d days, and for '%s' these ended on %s."
                                    + " Import what stood before instead.")
                            .formatted(WITHIN.toDays(), importId, until));
        }
    }

    private static Refusal undone(String importId) {
        return Refusal.conflict(
                "import_undone",
                "The import '%s' is undone already. Import its files again to have them back."
                        .formatted(importId));
    }

    public Undo find(WorkspaceId workspace, String undoId) {
        return database.in(
                        workspace,
                        session ->
                                session.sql()
                                        .sql(
                                                """
                                                select undo.*, undone.started_at as began
                                                from source.import undo
                                                join source.import undone
                                                    on  undone.workspace_id = undo.workspace_id
                                                    and undone.import_id = undo.undoes
                                                where undo.import_id = ?
                                                """)
                                        .param(undoId)
                                        .query((row, _) -> undo(row))
                                        .optional())
                .orElseThrow(() ->
                        Refusal.unknown(
                                "unknown_undo", "There is no undo '%s'.".formatted(undoId)));
    }

    /// The undo of an import, if there is one.
    public Optional<String> of(WorkspaceId workspace, String importId) {
        imports.find(workspace, importId);
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql("select import_id from source.import where undoes = ?")
                                .param(importId)
                                .query(String.class)
                                .optional());
    }

    /// The tables that an import wrote to.
    public List<String> tables(Session session, String importId) {
        return session.sql()
                .sql("select distinct table_name from source.import_file where import_id = ?")
                .param(importId)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// Ends an undo: what the import set aside is marked, and its tables are complete as far as
    /// they were.
    public void finish(Session session, Undo undo) {
        var now = clock.instant();
        session.sql()
                .sql(
                        "update source.import_rejection set undone_at = ?"
                                + " where import_id = ? and undone_at is null")
                .params(now.atOffset(ZoneOffset.UTC), undo.undoes())
                .update();
        for (var table : tables(session, undo.undoes())) {
            new WatermarkReturn(session, undo.sourceSystem(), table).without(undo.undoes());
        }
        new ImportLog().finish(session, undo.id(), now);
    }

    private Ended ended(WorkspaceId workspace, String importId) {
        imports.find(workspace, importId);
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select import.*, undo.import_id as undone_by
                                        from source.import
                                        left join source.import undo
                                            on  undo.workspace_id = import.workspace_id
                                            and undo.undoes = import.import_id
                                        where import.import_id = ?
                                        """)
                                .param(importId)
                                .query((row, _) ->
                                        new Ended(
                                                row.getString("source_system"),
                                                row.getBoolean("dry_run"),
                                                row.getString("undoes"),
                                                instant(row, "finished_at"),
                                                row.getString("undone_by")))
                                .single());
    }

    private static Undo undo(ResultSet row) throws SQLException {
        return new Undo(
                row.getString("import_id"),
                row.getString("undoes"),
                row.getString("source_system"),
                row.getTimestamp("began").toInstant(),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("finished_at") != null);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
