package dev.keepwell.warehouse;

import dev.keepwell.customer.EventDays;
import dev.keepwell.customer.EventKeeping;
import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Draft;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.GivenCompaction;
import dev.keepwell.lake.Lake;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import dev.keepwell.story.TestDatabase;
import dev.keepwell.workspace.Conventions;
import dev.keepwell.workspace.Workspaces;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A workspace that events arrive in: on the real database, with a lake and an engine.
final class GivenEvents implements AutoCloseable {

    private static final List<String> ACCOUNTS =
            List.of("acorn crm A1", "bay crm B2", "own sdk B2", "cove sdk C3");

    private final Database database = TestDatabase.open();
    private final WorkspaceId workspace = TestDatabase.freshWorkspace();
    private final Workspaces workspaces;
    private final Lake lake;
    private final DuckDb.Bounds bounds;
    private final DuckDb writer = DuckDb.open(DuckDb.Bounds.SMALL);
    private final EventKeeping keeping;
    private final Clock clock;

    GivenEvents(Path folder, Instant now) {
        this.clock = Clock.fixed(now, ZoneOffset.UTC);
        this.workspaces = new Workspaces(database, clock);
        this.lake = new Lake(folder.resolve("lake"));
        this.keeping =
                new EventKeeping(
                        lake, GivenCompaction.of(lake, database), workspaces::conventionsOf);
        this.bounds = DuckDb.Bounds.SMALL.spilling(folder.resolve("spill"));
        workspaces.create(workspace, "Given");
        lives("Europe/Berlin");
        database.doIn(workspace, session -> ACCOUNTS.forEach(it -> account(session, it)));
    }

    Database database() {
        return database;
    }

    WorkspaceId workspace() {
        return workspace;
    }

    Lake lake() {
        return lake;
    }

    void lives(String zone) {
        workspaces.set(workspace, Conventions.of(zone, "EUR", 1));
    }

    void arrive(Sent... portion) {
        arrive(List.of(portion), clock.instant());
    }

    void arrive(List<Sent> portion, Instant known) {
        var events = portion.stream().map(it -> it.event(known)).toList();
        database.doIn(workspace, session -> keeping.keep(session, workspace, events));
    }

    private void account(Session session, String line) {
        var words = line.split(" ");
        session.sql()
                .sql(
                        """
                        insert into customer.account (workspace_id, id, source_system, source_id,
                            name, counts_as_logo, recorded_at, content, file, import_id)
                        values (?, ?, ?, ?, ?, true, timestamptz '2025-01-01 00:00:00+00',
                            gen_random_uuid(), gen_random_uuid(), 'given')
                        """)
                .params(workspace.value(), words[0], words[1], words[2], words[0])
                .update();
    }

    /// All files of events become one.
    void merge(String part) {
        var files = files("event");
        var path = lake.draft();
        writer.write("select * from " + DuckDb.reading(files), path);
        var rows = files.stream().mapToLong(LakeFile::rows).sum();
        database.doIn(
                workspace,
                session -> {
                    lake.retire(session, workspace, files);
                    lake.publish(session, workspace, "event", part, new Draft(path, rows));
                });
    }

    EventRollup rollup() {
        return new EventRollup(database, lake, new EventDays(), workspaces, clock, bounds);
    }

    EventRollup.Done rollUp() {
        return rollup().run(workspace, _ -> {});
    }

    Arrivals arrivals() {
        var events = new EventArrivals(lake, new EventDays(), bounds);
        return new RecordArrivals(database, lake, workspaces, FactFiles.packaged(), events);
    }

    Orphans orphans() {
        return new Orphans(warehouse(), workspaces, clock);
    }

    int settleMonths(LocalDate today) {
        return new RollupMonths(database, lake, new EventDays(), bounds).settle(workspace, today);
    }

    private DuckDbWarehouse warehouse() {
        return new DuckDbWarehouse(
                database, lake, FactFiles.packaged(), List.of(), new EventDays(), bounds);
    }

    List<LakeFile> files(String dataset) {
        return database.in(workspace, session -> lake.files(session, workspace, dataset));
    }

    List<String> touchedDays() {
        return database.in(
                workspace,
                session ->
                        new EventDays()
                                .touched(session).stream().map(it -> it.day().toString()).toList());
    }

    /// `acorn u1 2025-10-24 3`, by account, user and day.
    List<String> use() {
        return use(clock.instant());
    }

    List<String> use(Instant knownAt) {
        return ask(
                knownAt,
                """
                select account_id || ' ' || replace(user_id, 'ext:sdk/', '') || ' '
                    || (date '1970-01-01' + day_number) || ' ' || sum(events)
                from fact.usage_day
                group by account_id, user_id, day_number
                """);
    }

    /// One hash of all that facts say of events. The id of an account is another in each workspace.
    String fingerprint() {
        var queries =
                Stream.of("usage_day", "event_day", "interaction")
                        .map(
                                """
                                select '%1$s ' || to_json(named) as line
                                from (
                                    select it.* exclude (account_id),
                                        account.source_system || '/' || account.source_id as whose
                                    from fact.%1$s as it
                                    left join customer.account as account
                                        on account.id = it.account_id
                                ) as named
                                """
                                        ::formatted)
                        .toList();
        var fingerprint = new Fingerprint();
        ask(clock.instant(), String.join(" union all ", queries)).forEach(fingerprint::add);
        return fingerprint.hex();
    }

    List<String> ask(Instant knownAt, String query) {
        var all = List.of("fact.usage_day", "fact.interaction", "fact.event_day");
        return askOf(all, knownAt, query);
    }

    /// What was used since a day, from facts that know of the days before or that do not.
    List<String> useSince(LocalDate day, boolean all) {
        var conventions = workspaces.conventionsOf(workspace);
        var days = new TreeSet<>(List.of(day, LocalDate.now(clock)));
        var query =
                "select concat_ws(' ', account_id, user_id, day_number, events) from fact.usage_day"
                        + " where day_number >= "
                        + day.toEpochDay();
        try (var facts =
                warehouse().open(new Scope(workspace, conventions, clock.instant(), days))) {
            if (all) {
                facts.needAll(List.of("fact.usage_day"));
            }
            facts.need(List.of("fact.usage_day"));
            return facts.query(query, (row, _) -> row.getString(1)).stream().sorted().toList();
        }
    }

    List<String> askOf(List<String> needed, Instant knownAt, String query) {
        var conventions = workspaces.conventionsOf(workspace);
        var days = new TreeSet<>(List.of(conventions.dayOf(knownAt)));
        try (var facts = warehouse().open(new Scope(workspace, conventions, knownAt, days))) {
            facts.needAll(needed);
            return facts.query(query, (row, _) -> row.getString(1)).stream().sorted().toList();
        }
    }

    @Override
    public void close() {
        keeping.close();
        writer.close();
    }
}
