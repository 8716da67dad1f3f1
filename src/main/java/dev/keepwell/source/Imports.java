package dev.keepwell.source;

import dev.keepwell.job.JobId;
import dev.keepwell.job.Jobs;
import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.flow.Pauses;
import dev.keepwell.workspace.Conventions;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Where imports are kept: opened, filled with files, planned, and asked how far they are.
public final class Imports {

    /// The kind of the jobs that do imports. Their argument is `{"import": id}`.
    public static final String JOB = "import";

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final ImportLog log = new ImportLog();
    private final Database database;
    private final Pauses pauses;
    private final Staging staging;
    private final Preparations preparations;
    private final Vocabulary vocabulary;
    private final Clock clock;
    private final Function<WorkspaceId, Conventions> conventions;

    public Imports(
            Database database,
            Path folder,
            Vocabulary vocabulary,
            Clock clock,
            Function<WorkspaceId, Conventions> conventions) {
        this.database = database;
        this.pauses = new Pauses(database);
        this.staging = new Staging(folder);
        this.preparations = new Preparations(database, staging);
        this.vocabulary = vocabulary;
        this.clock = clock;
        this.conventions = conventions;
    }

    /// Opens an import. A mapping is read here, so that its mistakes cost no upload.
    public Import create(WorkspaceId workspace, Import.Order order) {
        var mapping = order.mapping();
        var source = mapping.map(Mapping::source).orElse(order.sourceSystem());
        MappingFile.checkSource(source);
        checkUntil(workspace, order.until());
        checkText("mapping's name", order.nameOfMapping());
        pauses.check(workspace, source);
        var id = Fingerprint.of(UUID.randomUUID().toString()).id("imp");
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        insert into source.import (workspace_id, import_id,
                                            mapping_name, mapping, source_system, dry_run,
                                            complete_until, created_at)
                                        values (?, ?, ?, ?, ?, ?, cast(? as date), ?)
                                        """)
                                .param(workspace.value())
                                .param(id)
                                .param(order.mappingName())
                                .param(order.mappingText())
                                .param(source)
                                .param(order.dryRun())
                                .param(order.until() == null ? null : order.until().toString())
                                .param(clock.instant().atOffset(ZoneOffset.UTC))
                                .update());
        return find(workspace, id);
    }

    private static void checkText(String what, String text) {
        if (text.indexOf('\0') >= 0) {
            throw Refusal.invalid(
                    "malformed_text",
                    "The %s cannot have the character U+0000. Remove it.".formatted(what));
        }
    }

    /// A watermark never moves back, so a day that is still to come would stand for years.
    private void checkUntil(WorkspaceId workspace, @Nullable LocalDate until) {
        if (until == null) {
            return;
        }
        var today = conventions.apply(workspace).dayOf(clock.instant());
        if (until.isAfter(today) || until.isBefore(EARLIEST)) {
            throw Refusal.invalid(
                    "complete_until",
                    "A source is complete until a day from %s to today, %s, but got %s."
                            .formatted(EARLIEST, today, until));
        }
    }

    /// Takes one file in, streaming. The same name again replaces the file.
    public void upload(WorkspaceId workspace, String importId, String name, InputStream content) {
        refuseStarted(workspace, importId);
        Staging.checkName(name);
        if (find(workspace, importId).order().mapping().isEmpty()
                && !preparations.isPrepared(workspace, importId)) {
            requireTable(name);
        }
        var file = staging.keep(importId, name, content);
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        insert into source.import_upload
                                            (workspace_id, import_id, file, sha256, bytes)
                                        values (?, ?, ?, ?, ?)
                                        on conflict (workspace_id, import_id, file) do update set
                                            sha256 = excluded.sha256, bytes = excluded.bytes
                                        """)
                                .params(
                                        workspace.value(),
                                        importId,
                                        name,
                                        file.sha256(),
                                        file.path().toFile().length())
                                .update());
    }

    /// A canonical file is named after its table. Asked before it is uploaded, for it may be large.
    private void requireTable(String fileName) {
        new WordCheck(vocabulary).tableOf(fileName);
    }

    /// Settles what the import is going to do. From here on its files are fixed.
    public Plan settle(WorkspaceId workspace, String importId) {
        refuseStarted(workspace, importId);
        var plan = plan(workspace, importId);
        pauses.check(workspace, plan.sourceSystem());
        database.doIn(
                workspace,
                session -> {
                    session.sql()
                            .sql(
                                    """
                                    update source.import set started_at = ?, notes = ?
                                    where import_id = ?
                                    """)
                            .param(clock.instant().atOffset(ZoneOffset.UTC))
                            .param(plan.notes().toArray(String[]::new))
                            .param(importId)
                            .update();
                    insertFeeds(session, workspace, importId, plan.feeds());
                    new Headers(session).keep(importId, plan.files());
                });
        return plan;
    }

    /// Settles the import and promises its work, in one transaction. The job's kind is `import`,
    /// and whoever knows what the rows mean does it.
    public JobId start(WorkspaceId workspace, String importId, Jobs jobs) {
        return database.in(
                workspace,
                session -> {
                    settle(workspace, importId);
                    var job =
                            jobs.start(
                                    workspace,
                                    JOB,
                                    JsonMapper.shared()
                                            .writeValueAsString(Map.of("import", importId)));
                    session.sql()
                            .sql("update source.import set job_id = ? where import_id = ?")
                            .params(job.value(), importId)
                            .update();
                    return job;
                });
    }

    /// Asks the work to end after the portion it is at. What was taken in stays.
    public void stop(WorkspaceId workspace, String importId) {
        find(workspace, importId);
        preparations.stop(workspace, importId, clock.instant());
    }

    /// What somebody decides about an import before it starts.
    public Preparations preparations() {
        return preparations;
    }

    /// How far the files have come.
    public List<FileProgress> progress(WorkspaceId workspace, String importId) {
        find(workspace, importId);
        return database.in(workspace, session -> log.files(session, importId));
    }

    /// What was set aside of the files of an import: at most `limit` lines after the rejection
    /// `after`.
    public List<Rejection> rejections(
            WorkspaceId workspace, String importId, long after, int limit) {
        find(workspace, importId);
        return database.in(workspace, session -> log.rejections(session, importId, after, limit));
    }

    /// The same plan each time, as long as the files are there.
    public Plan plan(WorkspaceId workspace, String importId) {
        var order = find(workspace, importId).order();
        var corrections = database.in(workspace, it -> new CorrectionLog(it).of(importId));
        var planner =
                new Planner(vocabulary, preparations.staged(workspace, importId), corrections);
        return order.mapping()
                .map(it -> planner.mapped(it, order.nameOfMapping()))
                .orElseGet(() -> planner.canonical(order.sourceSystem()));
    }

    public Import find(WorkspaceId workspace, String importId) {
        checkText("import id", importId);
        return database.in(
                        workspace,
                        session ->
                                session.sql()
                                        .sql("select * from source.import where import_id = ?")
                                        .param(importId)
                                        .query((row, _) -> read(row))
                                        .optional())
                .orElseThrow(() ->
                        Refusal.unknown(
                                "unknown_import",
                                "There is no import '%s'. List the imports to find its id."
                                        .formatted(importId)));
    }

    /// Deletes the staged files of an import that has ended. What was rejected is kept elsewhere.
    public void clear(String importId) {
        staging.forget(importId);
    }

    /// Deletes files that nobody waits for any more, such as those of an import whose server died
    /// at its end. To be called at start, with all the workspaces there are.
    public void sweep(Collection<WorkspaceId> workspaces) {
        var waiting = new HashSet<String>();
        for (var workspace : workspaces) {
            database.doIn(
                    workspace,
                    session ->
                            waiting.addAll(
                                    session.sql()
                                            .sql(
                                                    """
                                                    select import_id from source.import
                                                    where finished_at is null
                                                    """)
                                            .query(String.class)
                                            .list()));
        }
        staging.imports().stream().filter(it -> !waiting.contains(it)).forEach(staging::forget);
    }

    public void refuseStarted(WorkspaceId workspace, String importId) {
        find(workspace, importId);
        var started =
                database.in(
                        workspace,
                        session ->
                                session.sql()
                                        .sql(
                                                """
                                                select started_at is not null from source.import
                                                where import_id = ?
                                                """)
                                        .param(importId)
                                        .query(Boolean.class)
                                        .single());
        if (started) {
            throw Refusal.conflict(
                    "import_started", "This import has started already. Open a new one.");
        }
    }

    private static void insertFeeds(
            Session session, WorkspaceId workspace, String importId, List<Feed> feeds) {
        int position = 0;
        for (var feed : feeds) {
            session.sql()
                    .sql(
                            """
                            insert into source.import_file (workspace_id, import_id, position,
                                file, table_name, sha256)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            workspace.value(),
                            importId,
                            position++,
                            feed.file(),
                            feed.table(),
                            feed.sha256())
                    .update();
        }
    }

    private static Import read(ResultSet row) throws SQLException {
        var started = row.getTimestamp("started_at");
        return new Import(
                row.getString("import_id"),
                new Import.Order(
                        row.getString("source_system"),
                        row.getBoolean("dry_run"),
                        row.getObject("complete_until", LocalDate.class),
                        row.getString("mapping_name"),
                        row.getString("mapping")),
                List.of((String[]) row.getArray("notes").getArray()),
                started == null ? null : started.toInstant(),
                row.getTimestamp("finished_at") != null);
    }
}
