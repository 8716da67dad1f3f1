package dev.keepwell.health;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Period;
import dev.keepwell.lake.LakeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One series of a workspace's ledger, read from its files.
///
/// A ledger from before there were series may hold two versions of a day: what was said first was
/// said.
record LedgerSeries(LedgerFiles engine, Series series, Function<String, List<LakeFile>> listed) {

    private static final String SAID_FIRST =
            " qualify row_number() over (partition by account_id, day order by model_version) = 1";

    Optional<Anatomy> on(AccountId account, LocalDate day) {
        var where = "where account_id = ? and day = cast(? as date) ";
        var period = new Period(day, day.plusDays(1));
        Object[] args = {account.value(), day.toString()};
        try (var duckDb = engine.open()) {
            var scores =
                    duckDb.read(
                            ScoreRow.TABLE,
                            files(series.scores(), period),
                            where + SAID_FIRST,
                            ScoreRow::read,
                            args);
            return scores.stream()
                    .findFirst()
                    .map(score ->
                            new AnatomyRows(
                                    score,
                                    duckDb.read(
                                            MeasureRow.TABLE,
                                            files(series.measures(), period),
                                            where + "and model_version = ? order by position",
                                            MeasureRow::read,
                                            account.value(),
                                            day.toString(),
                                            score.key().version())))
                    .map(AnatomyRows::anatomy);
        }
    }

    /// The accounts are read as one range of ids.
    Map<AccountId, Anatomy> on(Collection<AccountId> accounts, LocalDate day) {
        var among = among(accounts);
        var period = new Period(day, day.plusDays(1));
        return anatomies(period, among.first(), among.last())
                .filter(it -> among.contains(it.account().value()))
                .collect(Collectors.toMap(Anatomy::account, Function.identity()));
    }

    /// Every anatomy of the period among the accounts from `first` to `last`, by account and day.
    Stream<Anatomy> anatomies(Period period, String first, String last) {
        var where =
                "where day >= cast(? as date) and day < cast(? as date)"
                        + " and account_id between ? and ?";
        Object[] args = {period.start().toString(), period.end().toString(), first, last};
        var measures = new HashMap<LedgerKey, List<MeasureRow>>();
        try (var duckDb = engine.open()) {
            duckDb.read(
                            MeasureRow.TABLE,
                            files(series.measures(), period),
                            where + " order by account_id, day, position",
                            MeasureRow::read,
                            args)
                    .forEach(it ->
                            measures.computeIfAbsent(it.key(), _ -> new ArrayList<>()).add(it));
            return duckDb
                    .read(
                            ScoreRow.TABLE,
                            files(series.scores(), period),
                            where + SAID_FIRST + " order by account_id, day",
                            ScoreRow::read,
                            args)
                    .stream()
                    .map(it -> new AnatomyRows(it, measures.getOrDefault(it.key(), List.of())))
                    .map(AnatomyRows::anatomy);
        }
    }

    List<Ledger.Point> points(AccountId account, Period period) {
        return points(List.of(account), period).getOrDefault(account, List.of());
    }

    /// Oldest first.
    Map<AccountId, List<Ledger.Point>> points(Collection<AccountId> accounts, Period period) {
        var among = among(accounts);
        var clauses =
                """
                select %s
                where day >= cast(? as date) and day < cast(? as date)
                and account_id between ? and ?
                %s
                order by account_id, day
                """
                        .formatted(ScoreRow.POINT, SAID_FIRST);
        Object[] args = {
            period.start().toString(), period.end().toString(), among.first(), among.last()
        };
        try (var duckDb = engine.open()) {
            return duckDb
                    .read(
                            ScoreRow.TABLE,
                            files(series.scores(), period),
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

    /// The lines of the period, without their measures.
    List<ScoreRow> rows(Period period) {
        try (var duckDb = engine.open()) {
            return duckDb.read(
                    ScoreRow.TABLE,
                    files(series.scores(), period),
                    "where day >= cast(? as date) and day < cast(? as date)" + SAID_FIRST,
                    ScoreRow::read,
                    period.start().toString(),
                    period.end().toString());
        }
    }

    /// The lines of the accounts from `first` to `last`, by account and day, without their
    /// measures.
    List<ScoreRow> rows(String first, String last) {
        try (var duckDb = engine.open()) {
            return duckDb.read(
                    ScoreRow.TABLE,
                    files(),
                    "where account_id between ? and ?" + SAID_FIRST + " order by account_id, day",
                    ScoreRow::read,
                    first,
                    last);
        }
    }

    /// The median of the published scores of these accounts on each day of the period, or with a
    /// `step` on each so-many-th day back from its end.
    Map<LocalDate, PastDays.Median> medians(
            Collection<AccountId> accounts, Period period, int step) {
        var query =
                """
                select day, median(published) as score, count(*) as accounts
                from (
                    select day, published from %%s
                    where day >= cast(? as date) and day < cast(? as date)
                        and date_diff('day', day, cast(? as date)) %%%% ? = 0
                        and account_id in (select unnest(string_split(?, chr(10))))
                    %s)
                where published is not null
                group by day
                """
                        .formatted(SAID_FIRST);
        Object[] args = {
            period.start().toString(),
            period.end().toString(),
            period.lastDay().toString(),
            step,
            String.join("\n", among(accounts))
        };
        try (var duckDb = engine.open()) {
            return duckDb
                    .ask(
                            files(series.scores(), period),
                            query,
                            row ->
                                    Map.entry(
                                            row.getObject("day", LocalDate.class),
                                            new PastDays.Median(
                                                    row.getDouble("score"),
                                                    row.getLong("accounts"))),
                            args)
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    /// What the lines and their measures take in the lake.
    long bytes() {
        return Stream.of(series.scores(), series.measures())
                .flatMap(it -> listed.apply(it).stream())
                .filter(this::isOurs)
                .mapToLong(LedgerSeries::size)
                .sum();
    }

    private static long size(LakeFile file) {
        try {
            return Files.size(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Each account's last line before `day`.
    Map<AccountId, ScoreRow> lastBefore(LocalDate day) {
        var clauses =
                """
                where day < cast(? as date) and not contains(warnings, '%s')
                qualify row_number() over (
                    partition by account_id order by day desc, model_version) = 1
                """
                        .formatted(Hindsight.NO_CUSTOMER);
        // A day without the customer carries the band over, as a missing day does.
        var files = files(series.scores(), new Period(LocalDate.EPOCH, day));
        try (var duckDb = engine.open()) {
            return duckDb
                    .read(ScoreRow.TABLE, files, clauses, ScoreRow::read, day.toString())
                    .stream()
                    .collect(
                            Collectors.toMap(
                                    it -> new AccountId(it.key().account()), Function.identity()));
        }
    }

    /// How many lines each account has, in the order of their ids.
    List<Map.Entry<String, Long>> counts() {
        try (var duckDb = engine.open()) {
            return duckDb.read(
                    ScoreRow.TABLE,
                    files(),
                    "select account_id, count(*) group by account_id order by account_id",
                    row -> Map.entry(row.getString(1), row.getLong(2)));
        }
    }

    List<LakeFile> files() {
        return listed.apply(series.scores()).stream().filter(this::isOurs).toList();
    }

    private List<LakeFile> files(String dataset, Period days) {
        return listed.apply(dataset).stream()
                .filter(this::isOurs)
                .filter(it -> LedgerPart.parse(it.part()).overlaps(days))
                .toList();
    }

    private boolean isOurs(LakeFile file) {
        return switch (series) {
            case Series.Published _, Series.Restated _ -> true;
            case Series.Backfill(var version) -> LedgerPart.parse(file.part()).version() == version;
        };
    }

    private static SortedSet<String> among(Collection<AccountId> accounts) {
        return accounts.stream()
                .map(AccountId::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
