package dev.keepwell.source;

import dev.keepwell.job.JobId;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// What somebody decides about imports before and while they run: mended values, and to stop.
public final class Preparations {

    private final Database database;
    private final Staging staging;

    Preparations(Database database, Staging staging) {
        this.database = database;
        this.staging = staging;
    }

    /// Grows with each decision about the import: what was found out about it before is then void.
    public int revision(WorkspaceId workspace, String importId) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql("select revision from source.import where import_id = ?")
                                .param(importId)
                                .query(Integer.class)
                                .single());
    }

    /// A line of a file of an import.
    public record Place(String file, long line) {}

    /// Whether somebody decides step by step what the files mean.
    boolean isPrepared(WorkspaceId workspace, String importId) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select wizard is not null from source.import
                                        where import_id = ?
                                        """)
                                .param(importId)
                                .query(Boolean.class)
                                .single());
    }

    /// Changes one value of a staged file; with the column of a whole row, leaves it out.
    public void correct(
            WorkspaceId workspace, String importId, Place place, String column, String value) {
        database.doIn(
                workspace,
                session -> {
                    new CorrectionLog(session)
                            .add(importId, place.file(), place.line(), column, value);
                    session.sql()
                            .sql(
                                    """
                                    update source.import set revision = revision + 1
                                    where import_id = ?
                                    """)
                            .param(importId)
                            .update();
                });
    }

    /// The job that does the work, once it was promised.
    public Optional<JobId> job(WorkspaceId workspace, String importId) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select job_id from source.import
                                        where import_id = ? and job_id is not null
                                        """)
                                .param(importId)
                                .query((row, _) -> new JobId(row.getString(1)))
                                .optional());
    }

    /// Asks the work to end after the portion it is at. What was taken in stays.
    void stop(WorkspaceId workspace, String importId, Instant now) {
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        update source.import set stop_asked_at = ?
                                        where import_id = ? and finished_at is null
                                        """)
                                .params(now.atOffset(ZoneOffset.UTC), importId)
                                .update());
    }

    /// Whether somebody asked the work to end.
    public boolean isStopped(WorkspaceId workspace, String importId) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select stop_asked_at is not null from source.import
                                        where import_id = ?
                                        """)
                                .param(importId)
                                .query(Boolean.class)
                                .single());
    }

    /// Where a file of an import waits.
    public Path path(String importId, String file) {
        return staging.path(importId, file);
    }

    /// The names of the files of an import.
    public List<String> files(WorkspaceId workspace, String importId) {
        return staged(workspace, importId).stream().map(StagedFile::name).toList();
    }

    List<StagedFile> staged(WorkspaceId workspace, String importId) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select file, sha256 from source.import_upload
                                        where import_id = ? order by file
                                        """)
                                .param(importId)
                                .query((row, _) ->
                                        new StagedFile(
                                                row.getString("file"),
                                                staging.path(importId, row.getString("file")),
                                                row.getString("sha256")))
                                .list());
    }
}
