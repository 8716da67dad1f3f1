package dev.keepwell.customer;

import dev.keepwell.job.Steps;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.Feed;
import dev.keepwell.source.FileProgress;
import dev.keepwell.source.Import;
import dev.keepwell.source.ImportLog;
import dev.keepwell.source.Imports;
import dev.keepwell.source.Plan;
import dev.keepwell.source.Rejection;
import dev.keepwell.source.Watermarks;
import dev.keepwell.workspace.Conventions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Takes an import in: every file, in an order in which nothing comes before what it points to.
///
/// Interrupted and run again, it goes on where it stopped; run again after the end, it answers with
/// the same result.
final class Intake {

    /// A dry run keeps no rejections, so it shows the first.
    private static final int REJECTIONS_SHOWN = 100;

    private final Database database;
    private final Imports imports;
    private final RecordTables tables;
    private final Lake lake;
    private final Function<WorkspaceId, Conventions> conventions;
    private final Clock clock;

    Intake(
            Database database,
            Imports imports,
            RecordTables tables,
            Lake lake,
            Function<WorkspaceId, Conventions> conventions,
            Clock clock) {
        this.database = database;
        this.imports = imports;
        this.tables = tables;
        this.lake = lake;
        this.conventions = conventions;
        this.clock = clock;
    }

    ImportResult run(WorkspaceId workspace, String importId, Steps<FileProgress> steps) {
        var asked = imports.find(workspace, importId);
        asked.started();
        try {
            return run(workspace, asked, steps);
        } catch (Refusal e) {
            // The job fails for good, and nobody will ask for its files again.
            imports.clear(importId);
            throw e;
        }
    }

    private ImportResult run(WorkspaceId workspace, Import asked, Steps<FileProgress> steps) {
        if (!asked.finished()) {
            var plan = imports.plan(workspace, asked.id());
            if (asked.order().dryRun()) {
                return tryOut(workspace, asked, plan, steps);
            } else {
                takeIn(workspace, asked, plan, steps);
            }
        }
        imports.clear(asked.id());
        return result(workspace, asked.id(), List.of());
    }

    private ImportResult result(
            WorkspaceId workspace, String importId, List<Rejection> rejections) {
        var asked = imports.find(workspace, importId);
        return new ImportResult(
                files(workspace, importId), asked.notes(), asked.order().dryRun(), rejections);
    }

    private void takeIn(WorkspaceId workspace, Import asked, Plan plan, Steps<FileProgress> steps) {
        takeFeeds(workspace, asked, plan, steps);
        database.doIn(
                workspace,
                session -> {
                    tellHowFar(session, workspace, asked, plan);
                    new ImportLog().finish(session, asked.id(), clock.instant());
                    steps.hold(session);
                });
    }

    /// Each table that a file fed is heard of, and complete as far as the file tells.
    private void tellHowFar(Session session, WorkspaceId workspace, Import asked, Plan plan) {
        var watermarks = new Watermarks();
        var stopped = imports.preparations().isStopped(workspace, asked.id());
        for (var file : new ImportLog().files(session, asked.id())) {
            // Who was stopped has not told everything up to any day.
            var until =
                    stopped
                            ? null
                            : Optional.ofNullable(asked.order().until()).orElse(file.latest());
            watermarks.remember(session, asked.id(), file, plan.sourceSystem());
            watermarks.advance(session, workspace, plan.sourceSystem(), file.table(), until);
        }
    }

    /// Each count is what it would be, also where one row depends on another.
    private ImportResult tryOut(
            WorkspaceId workspace, Import asked, Plan plan, Steps<FileProgress> steps) {
        var log = new ImportLog();
        var tried =
                takenBack(
                        workspace,
                        session -> {
                            takeFeeds(workspace, asked, plan, _ -> {});
                            return new Tried(
                                    log.files(session, asked.id()),
                                    log.rejections(session, asked.id(), 0, REJECTIONS_SHOWN));
                        });
        database.doIn(
                workspace,
                session -> {
                    tried.counted.forEach(it -> log.advance(session, asked.id(), 0, it));
                    log.finish(session, asked.id(), clock.instant());
                    steps.hold(session);
                });
        imports.clear(asked.id());
        return result(workspace, asked.id(), tried.rejected);
    }

    private record Tried(List<FileProgress> counted, List<Rejection> rejected) {}

    /// Takes the files in, looks at what came of it, and takes it back. Neither the import nor its
    /// files change.
    <T> T rehearse(WorkspaceId workspace, String importId, Consumer<Session> first, Look<T> look) {
        return takenBack(
                workspace,
                session -> {
                    first.accept(session);
                    var plan = imports.settle(workspace, importId);
                    var asked = imports.find(workspace, importId).asDryRun();
                    takeFeeds(workspace, asked, plan, _ -> {});
                    tellHowFar(session, workspace, asked, plan);
                    return look.at(session, plan);
                });
    }

    /// Does the work in one transaction that is rolled back, and returns what was seen in it.
    private <T> T takenBack(WorkspaceId workspace, Function<Session, T> work) {
        var seen = new ArrayList<T>();
        try {
            database.doIn(
                    workspace,
                    session -> {
                        seen.add(work.apply(session));
                        throw new TakenBack();
                    });
        } catch (TakenBack e) {
            return seen.getFirst();
        }
        throw new IllegalStateException("What was to be taken back was kept.");
    }

    /// What somebody wants to know of an import that was taken in for the moment.
    interface Look<T> {
        T at(Session session, Plan plan);
    }

    private void takeFeeds(
            WorkspaceId workspace, Import asked, Plan plan, Steps<FileProgress> steps) {
        var done = files(workspace, asked.id());
        var ids = new Ids(workspace, tables.prefixes());
        for (var feed : plan.feeds()) {
            var from =
                    done.stream()
                            .filter(it ->
                                    it.file().equals(feed.file())
                                            && it.table().equals(feed.table()))
                            .findFirst()
                            .orElseThrow();
            try (var sightings = plan.open(feed)) {
                intake(workspace, asked, plan.sourceSystem(), feed, from, ids)
                        .run(
                                sightings,
                                steps,
                                () -> imports.preparations().isStopped(workspace, asked.id()));
            }
        }
    }

    private FeedIntake intake(
            WorkspaceId workspace,
            Import asked,
            String source,
            Feed feed,
            FileProgress from,
            Ids ids) {
        var zone = conventions.apply(workspace).zone();
        var moments = new Moments(zone, feed.reading().zone().orElse(zone));
        var arrival = new Arrival(workspace, asked.id(), asked.started(), source, feed, moments);
        var table = tables.table(feed.table());
        var rows =
                switch (table.place()) {
                    case POSTGRES -> new RecordRows(table, arrival);
                    case LAKE -> new UsageRows(table, arrival, lake, asked.order().dryRun());
                };
        var judge = new Judge(table, arrival, ids);
        return new FeedIntake(
                database, arrival, table, rows, judge, new Tally(from, arrival.today()));
    }

    private List<FileProgress> files(WorkspaceId workspace, String importId) {
        return database.in(workspace, session -> new ImportLog().files(session, importId));
    }

    /// Ends a transaction that is not to be kept.
    private static final class TakenBack extends RuntimeException {}
}
