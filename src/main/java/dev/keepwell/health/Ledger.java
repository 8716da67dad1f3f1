package dev.keepwell.health;

import dev.keepwell.health.Hysteresis.State;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Draft;
import dev.keepwell.lake.Lake;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Every score of every closed day, with all that led to it, kept for good.
///
/// An account-day that a model version has closed is never written again. Another version may judge
/// the same day and stands beside it; questions that name no version are answered by the youngest
/// model that judged the day.
public final class Ledger implements AutoCloseable {

    static final String SCORES = "score";
    private static final String MEASURES = "score_measure";
    private static final LocalDate BEGINNING = LocalDate.EPOCH;

    private final Database database;
    private final Lake lake;
    private final LedgerFiles engine = LedgerFiles.start();

    public Ledger(Database database, Lake lake) {
        this.database = database;
        this.lake = lake;
    }

    /// One day of an account, in short.
    public record Point(LocalDate day, int version, double coverage, Verdict verdict) {}

    /// Adds closed days, all judged by one version, and returns how many were new. The rows and
    /// their measures appear together or not at all.
    public int append(WorkspaceId workspace, List<Anatomy> anatomies) {
        if (anatomies.isEmpty()) {
            return 0;
        }
        return database.in(
                workspace,
                session -> {
                    waitForOtherWriters(session, workspace);
                    var fresh = notYetClosed(session, workspace, anatomies);
                    if (!fresh.isEmpty()) {
                        publish(session, workspace, fresh);
                    }
                    return fresh.size();
                });
    }

    /// Puts the days of the months before that of `day` together, for lines over a year.
    public void settle(WorkspaceId workspace, LocalDate day) {
        database.doIn(
                workspace,
                session -> {
                    waitForOtherWriters(session, workspace);
                    new LedgerMonths(lake, engine).settle(session, workspace, SCORES, day);
                });
    }

    /// What was said about the account on that day.
    public Optional<Anatomy> on(WorkspaceId workspace, AccountId account, LocalDate day) {
        return find(workspace, account, day, Integer.MAX_VALUE);
    }

    /// What that version of a model said about the account on that day.
    public Optional<Anatomy> on(
            WorkspaceId workspace, AccountId account, LocalDate day, int version) {
        return find(workspace, account, day, version).filter(it -> it.judge().version() == version);
    }

    /// The account's days in the period, oldest first.
    public List<Point> series(WorkspaceId workspace, AccountId account, Period period) {
        var clauses =
                """
                select %s
                where account_id = ? and day >= cast(? as date) and day < cast(? as date)
                qualify row_number() over (partition by day order by model_version desc) = 1
                order by day
                """
                        .formatted(ScoreRow.POINT);
        try (var duckDb = engine.open()) {
            return duckDb.read(
                    files(workspace, SCORES, period),
                    clauses,
                    ScoreRow::readPoint,
                    account.value(),
                    period.start().toString(),
                    period.end().toString());
        }
    }

    /// What was said about several accounts on that day. They are read as one range of ids, so ask
    /// for neighbours.
    public Map<AccountId, Anatomy> on(
            WorkspaceId workspace, Collection<AccountId> accounts, LocalDate day) {
        var among = among(accounts);
        var clauses =
                "where day = cast(? as date) and account_id between ? and ? qualify rank() over"
                        + " (partition by account_id order by model_version desc) = 1 order by ";
        var period = new Period(day, day.plusDays(1));
        Object[] args = {day.toString(), among.first(), among.last()};
        var measures = new HashMap<LedgerKey, List<MeasureRow>>();
        var anatomies = new HashMap<AccountId, Anatomy>();
        try (var duckDb = engine.open()) {
            var files = files(workspace, MEASURES, period);
            duckDb.read(files, clauses + "account_id, position", MeasureRow::read, args)
                    .forEach(it ->
                            measures.computeIfAbsent(it.key(), _ -> new ArrayList<>()).add(it));
            duckDb
                    .read(
                            files(workspace, SCORES, period),
                            clauses + "account_id",
                            ScoreRow::read,
                            args)
                    .stream()
                    .filter(it -> among.contains(it.key().account()))
                    .map(it -> new AnatomyRows(it, measures.getOrDefault(it.key(), List.of())))
                    .map(AnatomyRows::anatomy)
                    .forEach(it -> anatomies.put(it.account(), it));
        }
        return anatomies;
    }

    /// The days of several accounts in the period, oldest first, read like [#on] reads them.
    public Map<AccountId, List<Point>> series(
            WorkspaceId workspace, Collection<AccountId> accounts, Period period) {
        var among = among(accounts);
        var clauses =
                """
                select %s
                where day >= cast(? as date) and day < cast(? as date)
                and account_id between ? and ?
                qualify row_number() over (
                    partition by account_id, day order by model_version desc) = 1
                order by account_id, day
                """
                        .formatted(ScoreRow.POINT);
        Object[] args = {
            period.start().toString(), period.end().toString(), among.first(), among.last()
        };
        try (var duckDb = engine.open()) {
            return duckDb
                    .read(
                            files(workspace, SCORES, period),
                            clauses,
                            row -> Map.entry(row.getString("account_id"), ScoreRow.readPoint(row)),
                            args)
                    .stream()
                    .collect(
                            Collectors.groupingBy(
                                    it -> new AccountId(it.getKey()),
                                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        }
    }

    private static SortedSet<String> among(Collection<AccountId> accounts) {
        return accounts.stream()
                .map(AccountId::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// One line of the ledger in short, as the model version that is named judged it.
    public record Line(AccountId account, String model, String inputHash, Point point) {}

    /// Every line, file by file, for those who take the ledger elsewhere.
    public void each(WorkspaceId workspace, Consumer<Line> reader) {
        var all = database.in(workspace, session -> lake.files(session, workspace, SCORES));
        for (var file : all) {
            try (var duckDb = engine.open()) {
                duckDb.read(List.of(file), "order by day, account_id", ScoreRow::read)
                        .forEach(it -> reader.accept(line(it)));
            }
        }
    }

    /// Where each account's band stood at its last day before `day`, for [Closing] to go on from. A
    /// version that has judged no day of an account goes on from its predecessor.
    public Map<AccountId, State> statesBefore(WorkspaceId workspace, LocalDate day, int version) {
        var clauses =
                """
                where day < cast(? as date) and model_version <= ?
                qualify row_number() over (
                    partition by account_id
                    order by model_version = ? desc, day desc, model_version desc) = 1
                """;
        var files = files(workspace, SCORES, new Period(BEGINNING, day));
        var states = new TreeMap<AccountId, State>(Comparator.comparing(AccountId::value));
        try (var duckDb = engine.open()) {
            var args = new Object[] {day.toString(), version, version};
            for (var row : duckDb.read(files, clauses, ScoreRow::read, args)) {
                states.put(new AccountId(row.key().account()), row.state());
            }
        }
        return states;
    }

    private Optional<Anatomy> find(
            WorkspaceId workspace, AccountId account, LocalDate day, int newest) {
        var where = "where account_id = ? and day = cast(? as date) and model_version ";
        var period = new Period(day, day.plusDays(1));
        try (var duckDb = engine.open()) {
            var scores =
                    duckDb.read(
                            files(workspace, SCORES, period),
                            where + "<= ? order by model_version desc limit 1",
                            ScoreRow::read,
                            account.value(),
                            day.toString(),
                            newest);
            return scores.stream()
                    .findFirst()
                    .map(score ->
                            new AnatomyRows(
                                    score,
                                    duckDb.read(
                                            files(workspace, MEASURES, period),
                                            where + "= ? order by position",
                                            MeasureRow::read,
                                            account.value(),
                                            day.toString(),
                                            score.key().version())))
                    .map(AnatomyRows::anatomy);
        }
    }

    private List<Anatomy> notYetClosed(
            Session session, WorkspaceId workspace, List<Anatomy> anatomies) {
        var part = LedgerPart.of(anatomies);
        var files = overlapping(lake.files(session, workspace, SCORES), part.days());
        var closed = new HashSet<LedgerKey>();
        try (var duckDb = engine.open()) {
            closed.addAll(
                    duckDb.read(files, "where model_version = ?", LedgerKey::read, part.version()));
        }
        return anatomies.stream().filter(it -> closed.add(LedgerKey.of(it))).toList();
    }

    private void publish(Session session, WorkspaceId workspace, List<Anatomy> anatomies) {
        var part = LedgerPart.of(anatomies).fileName();
        try (var duckDb = engine.open()) {
            var file = lake.draft();
            var scores = anatomies.stream().map(AnatomyRows::scoreOf);
            var lines = duckDb.write(file, ScoreRow.TABLE, scores, ScoreRow::write);
            lake.publish(session, workspace, SCORES, part, new Draft(file, lines));
            var other = lake.draft();
            var measures = anatomies.stream().map(AnatomyRows::measuresOf).flatMap(List::stream);
            var parts = duckDb.write(other, MeasureRow.TABLE, measures, MeasureRow::write);
            lake.publish(session, workspace, MEASURES, part, new Draft(other, parts));
        }
    }

    /// Two runs that close the same days must see each other's rows.
    private static void waitForOtherWriters(Session session, WorkspaceId workspace) {
        session.sql()
                .sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("health.ledger " + workspace)
                .query(Integer.class)
                .single();
    }

    private List<LakeFile> files(WorkspaceId workspace, String dataset, Period days) {
        var all = database.in(workspace, session -> lake.files(session, workspace, dataset));
        return overlapping(all, days);
    }

    private static List<LakeFile> overlapping(List<LakeFile> files, Period days) {
        return files.stream().filter(it -> LedgerPart.parse(it.part()).overlaps(days)).toList();
    }

    @Override
    public void close() {
        engine.close();
    }

    private static Line line(ScoreRow row) {
        return new Line(
                new AccountId(row.key().account()),
                row.key().model(),
                row.notes().inputHash(),
                point(row));
    }

    private static Point point(ScoreRow row) {
        var key = row.key();
        return new Point(key.day(), key.version(), row.coverage(), row.verdict());
    }
}
