package dev.keepwell.warehouse;

import dev.keepwell.customer.EventDays;
import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Draft;
import dev.keepwell.lake.DuckDb;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A workspace that events arrive in: on the real database, with a lake and an engine.
///
/// Its worker is the shortest that keeps the contract: each message counts once, and a portion goes
/// into the lake and touches its days in one transaction.
final class GivenEvents implements AutoCloseable {

    private static final List<String> ACCOUNTS =
            List.of("acorn crm A1", "bay crm B2", "own sdk B2", "cove sdk C3");

    private final Path folder;
    private final Database database = TestDatabase.open();
    private final WorkspaceId workspace = TestDatabase.freshWorkspace();
    private final Workspaces workspaces;
    private final Lake lake;
    private final DuckDb.Bounds bounds;
    private final DuckDb writer = DuckDb.open(DuckDb.Bounds.SMALL);
    private final Set<String> seen = new HashSet<>();
    private final Clock clock;
    private long portions;

    GivenEvents(Path folder, Instant now) {
        this.folder = folder;
        this.clock = Clock.fixed(now, ZoneOffset.UTC);
        this.workspaces = new Workspaces(database, clock);
        this.lake = new Lake(folder.resolve("lake"));
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
        var byDay = new TreeMap<LocalDate, List<Sent>>();
        for (var it : portion) {
            if (seen.add(it.messageId())) {
                var day = LocalDate.ofInstant(it.at(), ZoneOffset.UTC);
                byDay.computeIfAbsent(day, _ -> new ArrayList<>()).add(it);
            }
        }
        portions++;
        database.doIn(
                workspace,
                session ->
                        byDay.forEach((day, events) -> {
                            publish(session, day, events, known);
                            touch(session, day);
                            events.forEach(it -> say(session, it, known));
                        }));
    }

    private void publish(Session session, LocalDate day, List<Sent> events, Instant known) {
        var values = events.stream().map(it -> values(it, known)).toList();
        var path = lake.draft();
        writer.run("create or replace table arriving (%s)".formatted(EventTables.EVENT));
        writer.run(
                """
                insert into arriving by name
                select * from (values %s) as it(source_system, message_id, type, event_name,
                    user_ref, anonymous_ref, account_ref, account_from, occurred_at, recorded_at)
                """
                        .formatted(String.join(", ", values)));
        writer.write("select * from arriving", path);
        lake.publish(session, workspace, "event", day.toString(), new Draft(path, events.size()));
    }

    private static String values(Sent it, Instant known) {
        var from = it.isCall() ? "group" : it.account() == null ? "" : "context.groupId";
        var cells = new ArrayList<@Nullable String>();
        cells.add(Sent.SOURCE);
        cells.add(it.messageId());
        cells.add(it.type());
        cells.add(it.name());
        cells.add(it.user());
        cells.add(it.visitor());
        cells.add(it.account());
        cells.add(from);
        cells.add(it.at().toString().replace("Z", ""));
        cells.add(known.toString().replace("Z", ""));
        return "("
                + String.join(
                        ", ",
                        cells.stream()
                                .map(cell -> cell == null ? "null" : "'" + cell + "'")
                                .toList())
                + ")";
    }

    private void touch(Session session, LocalDate day) {
        session.sql()
                .sql(
                        """
                        insert into customer.touched_day values (?, ?, ?)
                        on conflict (workspace_id, day) do update set
                            touched = greatest(touched_day.touched, excluded.touched)
                        """)
                .params(workspace.value(), day, portions)
                .update();
    }

    private void say(Session session, Sent it, Instant known) {
        if (it.isCall()) {
            said(session, it, known, "user_group", "account_ref", it.account());
        } else if (it.isLink()) {
            said(session, it, known, "user_link", "anonymous_ref", it.visitor());
        }
    }

    private void said(
            Session session,
            Sent it,
            Instant known,
            String table,
            String column,
            @Nullable String value) {
        session.sql()
                .sql(
                        """
                        insert into customer.%s (workspace_id, id, source_system, message_id,
                            user_ref, %s, occurred_at, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """
                                .formatted(table, column))
                .params(
                        workspace.value(),
                        Fingerprint.of(table, it.messageId()).id("said"),
                        Sent.SOURCE,
                        it.messageId(),
                        it.user(),
                        value,
                        it.at().atOffset(ZoneOffset.UTC),
                        known.atOffset(ZoneOffset.UTC))
                .update();
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

    /// One hash of all that facts say of events.
    String fingerprint() {
        var fingerprint = new Fingerprint();
        ask(
                        clock.instant(),
                        """
                        select 'use ' || to_json(it) from fact.usage_day as it
                        union all
                        select 'day ' || to_json(it) from fact.event_day as it
                        union all
                        select 'moment ' || to_json(it) from fact.interaction as it
                        """)
                .forEach(fingerprint::add);
        return fingerprint.hex();
    }

    List<String> ask(Instant knownAt, String query) {
        var conventions = workspaces.conventionsOf(workspace);
        var days = new TreeSet<>(List.of(conventions.dayOf(knownAt)));
        try (var facts = warehouse().open(new Scope(workspace, conventions, knownAt, days))) {
            facts.need(List.of("fact.usage_day", "fact.interaction", "fact.event_day"));
            return facts.query(query, (row, _) -> row.getString(1)).stream().sorted().toList();
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
