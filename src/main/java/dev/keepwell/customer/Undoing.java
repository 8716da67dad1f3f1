package dev.keepwell.customer;

import dev.keepwell.job.JobId;
import dev.keepwell.job.Jobs;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.source.Undos;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Takes an import back as if it had never been, for thirty days after its end.
public final class Undoing {

    /// As many as people read.
    private static final int CONFLICTS_SHOWN = 500;

    /// Why a record was left alone.
    public enum Reason {
        /// Another import has changed it since.
        CHANGED,
        /// Another record that stays cannot be without it.
        NEEDED,
        /// Another record holds at times at which this one would hold again.
        OVERLAP;

        static Reason of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A record that was left alone, and the import or record that it was left for.
    public record Conflict(
            String table, String source, String sourceId, String name, Reason reason, String by) {}

    /// What an undo has done: records and usage rows taken away, records that stand as before, and
    /// those left alone, of which the first are listed.
    public record Result(
            String id,
            String undoes,
            boolean finished,
            long removed,
            long restored,
            long leftAlone,
            List<Conflict> conflicts) {}

    private final Database database;
    private final Undos undos;
    private final Jobs jobs;

    Undoing(Database database, Undos undos, Jobs jobs) {
        this.database = database;
        this.undos = undos;
        this.jobs = jobs;
    }

    /// Until when the import can be undone; empty when it is too late, or there is nothing to undo.
    public Optional<Instant> until(WorkspaceId workspace, String importId) {
        return undos.until(workspace, importId);
    }

    /// Promises to undo the import, which is refused when it cannot be.
    public JobId start(WorkspaceId workspace, String importId) {
        return database.in(
                workspace,
                _ -> {
                    var undo = undos.open(workspace, importId);
                    var argument = JsonMapper.shared().writeValueAsString(Map.of("undo", undo));
                    return jobs.start(workspace, Undos.JOB, argument);
                });
    }

    /// What became of the undo of an import, also while it goes on; empty when nobody undid it.
    public Optional<Result> of(WorkspaceId workspace, String importId) {
        return undos.of(workspace, importId).map(it -> result(database, undos, workspace, it));
    }

    static Result result(Database database, Undos undos, WorkspaceId workspace, String undoId) {
        var undo = undos.find(workspace, undoId);
        return database.in(
                workspace,
                session -> {
                    var table = new UndoTable(session, undoId);
                    var steps = table.steps();
                    return new Result(
                            undoId,
                            undo.undoes(),
                            undo.finished(),
                            steps.stream().mapToLong(UndoStep::removed).sum(),
                            steps.stream().mapToLong(UndoStep::restored).sum(),
                            table.conflicts(),
                            table.conflicts(CONFLICTS_SHOWN));
                });
    }
}
