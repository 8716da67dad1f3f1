package dev.keepwell.health;

import dev.keepwell.health.Hysteresis.State;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Lake;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
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
/// What was published of a day is never written again. Beside it stand what a version says of
/// history, and what is known of a day now; a question that names no [Series] is answered with what
/// was published.
public final class Ledger implements AutoCloseable {

    private final Database database;
    private final Lake lake;
    private final LedgerFiles engine;

    public Ledger(Database database, Lake lake) {
        this.database = database;
        this.lake = lake;
        this.engine = LedgerFiles.start(lake.spill());
    }

    /// One day of an account, in short.
    public record Point(LocalDate day, int version, double coverage, Verdict verdict) {}

    /// One line of the ledger in short, as the model version that is named judged it.
    public record Line(AccountId account, String model, String inputHash, Point point) {}

    /// Publishes closed days, all judged by one version, and returns how many lines were new. The
    /// lines and their measures appear together or not at all.
    public int append(WorkspaceId workspace, List<Anatomy> anatomies) {
        return append(workspace, new Series.Published(), anatomies);
    }

    /// Adds to a series in which nothing is written twice.
    int append(WorkspaceId workspace, Series series, List<Anatomy> anatomies) {
        return anatomies.isEmpty()
                ? 0
                : database.in(
                        workspace, session -> writing(session, workspace, series).add(anatomies));
    }

    /// Puts what is known now of the days in the place of what was known when they were restated
    /// before.
    void restate(WorkspaceId workspace, Period days, List<Anatomy> anatomies) {
        database.doIn(
                workspace,
                it -> writing(it, workspace, new Series.Restated()).replace(days, anatomies));
    }

    /// Puts the days of the months before that of `day` together, for lines over a year.
    public void settle(WorkspaceId workspace, LocalDate day) {
        settle(workspace, new Series.Published(), day);
    }

    void settle(WorkspaceId workspace, Series series, LocalDate day) {
        database.doIn(
                workspace,
                session -> {
                    waitForOtherWriters(session, workspace);
                    new LedgerMonths(lake, engine).settle(session, workspace, series.scores(), day);
                });
    }

    /// What was said about the account on that day.
    public Optional<Anatomy> on(WorkspaceId workspace, AccountId account, LocalDate day) {
        return reading(workspace, new Series.Published()).on(account, day);
    }

    /// What a series says about the account on that day.
    public Optional<Anatomy> on(
            WorkspaceId workspace, AccountId account, LocalDate day, Series series) {
        return reading(workspace, series).on(account, day);
    }

    /// What was said about several accounts on that day. They are read as one range of ids, so ask
    /// for neighbours.
    public Map<AccountId, Anatomy> on(
            WorkspaceId workspace, Collection<AccountId> accounts, LocalDate day) {
        return reading(workspace, new Series.Published()).on(accounts, day);
    }

    /// The account's published days in the period, oldest first.
    public List<Point> series(WorkspaceId workspace, AccountId account, Period period) {
        return reading(workspace, new Series.Published()).points(account, period);
    }

    /// The account's days in a series, oldest first.
    public List<Point> series(
            WorkspaceId workspace, AccountId account, Period period, Series series) {
        return reading(workspace, series).points(account, period);
    }

    /// The published days of several accounts in the period, oldest first, read like [#on] reads
    /// them.
    public Map<AccountId, List<Point>> series(
            WorkspaceId workspace, Collection<AccountId> accounts, Period period) {
        return reading(workspace, new Series.Published()).points(accounts, period);
    }

    /// Every published line, file by file, for those who take the ledger elsewhere.
    public void each(WorkspaceId workspace, Consumer<Line> reader) {
        for (var file : reading(workspace, new Series.Published()).files()) {
            try (var duckDb = engine.open()) {
                duckDb.read(
                                ScoreRow.TABLE,
                                List.of(file),
                                "order by day, account_id",
                                ScoreRow::read)
                        .forEach(it -> reader.accept(line(it)));
            }
        }
    }

    /// Where each account's published band stood at its last day before `day`, for [Closing] to go
    /// on from, whichever version judged that day.
    public Map<AccountId, State> statesBefore(WorkspaceId workspace, LocalDate day) {
        return statesBefore(workspace, day, new Series.Published());
    }

    /// The same for another series. Where it has nothing newer of an account, it goes on from what
    /// was published.
    Map<AccountId, State> statesBefore(WorkspaceId workspace, LocalDate day, Series series) {
        var last = new TreeMap<AccountId, ScoreRow>(Comparator.comparing(AccountId::value));
        last.putAll(reading(workspace, new Series.Published()).lastBefore(day));
        if (!series.equals(new Series.Published())) {
            reading(workspace, series)
                    .lastBefore(day)
                    .forEach((account, own) -> last.merge(account, own, Ledger::newer));
        }
        var states = new TreeMap<AccountId, State>(Comparator.comparing(AccountId::value));
        last.forEach((account, row) -> states.put(account, row.state()));
        return states;
    }

    private static ScoreRow newer(ScoreRow published, ScoreRow own) {
        return published.key().day().isAfter(own.key().day()) ? published : own;
    }

    /// The versions that history was computed by.
    SortedSet<Integer> backfills(WorkspaceId workspace) {
        return listed(workspace, new Series.Backfill(0).scores()).stream()
                .map(it -> LedgerPart.parse(it.part()).version())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    LedgerSeries reading(WorkspaceId workspace, Series series) {
        return new LedgerSeries(engine, series, dataset -> listed(workspace, dataset));
    }

    private List<LakeFile> listed(WorkspaceId workspace, String dataset) {
        return database.in(workspace, session -> lake.files(session, workspace, dataset));
    }

    private LedgerWriting writing(Session session, WorkspaceId workspace, Series series) {
        waitForOtherWriters(session, workspace);
        return new LedgerWriting(lake, engine, session, workspace, series);
    }

    /// Two runs that close the same days must see each other's rows.
    private static void waitForOtherWriters(Session session, WorkspaceId workspace) {
        session.sql()
                .sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("health.ledger " + workspace)
                .query(Integer.class)
                .single();
    }

    @Override
    public void close() {
        engine.close();
    }

    private static Line line(ScoreRow row) {
        var key = row.key();
        return new Line(
                new AccountId(key.account()),
                key.model(),
                row.notes().inputHash(),
                new Point(key.day(), key.version(), row.coverage(), row.verdict()));
    }
}
