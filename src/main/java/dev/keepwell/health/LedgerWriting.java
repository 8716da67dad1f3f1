package dev.keepwell.health;

import dev.keepwell.health.LedgerFiles.Table;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Draft;
import dev.keepwell.lake.Lake;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.postgres.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes one series of a workspace's ledger, within one transaction.
record LedgerWriting(
        Lake lake, LedgerFiles engine, Session session, WorkspaceId workspace, Series series) {

    /// Each line has a dozen measures and more, which are sorted with all their texts.
    private static final int LINES_AT_ONCE = 16_000;

    /// What a line is about, whoever judged.
    private record AccountDay(LocalDate day, String account) {

        static AccountDay of(Anatomy anatomy) {
            return new AccountDay(anatomy.day(), anatomy.account().value());
        }
    }

    /// Adds the lines of which the series has none, all judged by one version, and returns how many
    /// they were.
    int add(List<Anatomy> anatomies) {
        var fresh = notYetThere(anatomies);
        if (!fresh.isEmpty()) {
            portions(fresh).forEach(this::publish);
        }
        return fresh.size();
    }

    /// Puts the lines in the place of all that the series says of the days.
    void replace(Period days, List<Anatomy> anatomies) {
        remove(series.scores(), ScoreRow.TABLE, days);
        remove(series.measures(), MeasureRow.TABLE, days);
        anatomies.stream()
                .collect(Collectors.groupingBy(it -> it.judge().version()))
                .values()
                .forEach(it -> portions(it).forEach(this::publish));
    }

    /// Whole days, as many as are sorted in memory with ease.
    private static List<List<Anatomy>> portions(List<Anatomy> anatomies) {
        var byDay =
                anatomies.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Anatomy::day, TreeMap::new, Collectors.toList()));
        var portions = new ArrayList<List<Anatomy>>();
        for (var day : byDay.values()) {
            if (portions.isEmpty() || portions.getLast().size() + day.size() > LINES_AT_ONCE) {
                portions.add(new ArrayList<>());
            }
            portions.getLast().addAll(day);
        }
        return portions;
    }

    private List<Anatomy> notYetThere(List<Anatomy> anatomies) {
        var part = LedgerPart.of(anatomies);
        var files =
                lake.files(session, workspace, series.scores()).stream()
                        .filter(it -> isOfOurs(LedgerPart.parse(it.part()), part))
                        .toList();
        var there = new HashSet<AccountDay>();
        try (var duckDb = engine.open()) {
            there.addAll(
                    duckDb.read(
                            ScoreRow.TABLE,
                            files,
                            "select day, account_id",
                            row ->
                                    new AccountDay(
                                            row.getObject(1, LocalDate.class), row.getString(2))));
        }
        return anatomies.stream().filter(it -> there.add(AccountDay.of(it))).toList();
    }

    private boolean isOfOurs(LedgerPart there, LedgerPart part) {
        return there.overlaps(part.days())
                && switch (series) {
                    case Series.Published _, Series.Restated _ -> true;
                    case Series.Backfill(var version) -> there.version() == version;
                };
    }

    private void publish(List<Anatomy> anatomies) {
        var part = LedgerPart.of(anatomies).fileName();
        try (var duckDb = engine.open()) {
            var file = lake.draft();
            var scores = anatomies.stream().map(AnatomyRows::scoreOf);
            var lines = duckDb.write(file, ScoreRow.TABLE, scores, ScoreRow::write);
            lake.publish(session, workspace, series.scores(), part, new Draft(file, lines));
            var other = lake.draft();
            var measures = anatomies.stream().map(AnatomyRows::measuresOf).flatMap(List::stream);
            var parts = duckDb.write(other, MeasureRow.TABLE, measures, MeasureRow::write);
            lake.publish(session, workspace, series.measures(), part, new Draft(other, parts));
        }
    }

    private void remove(String dataset, Table table, Period days) {
        for (var file : lake.files(session, workspace, dataset)) {
            var part = LedgerPart.parse(file.part());
            if (part.overlaps(days)) {
                lake.retire(session, workspace, List.of(file));
                keep(dataset, table, file, new Period(LocalDate.EPOCH, days.start()));
                keep(dataset, table, file, new Period(days.end(), LocalDate.MAX));
            }
        }
    }

    /// The lines of a file that goes, as far as their days stay.
    private void keep(String dataset, Table table, LakeFile file, Period days) {
        var part = LedgerPart.parse(file.part());
        if (!part.overlaps(days)) {
            return;
        }
        var stays = part.within(days);
        var draft = lake.draft();
        try (var duckDb = engine.open()) {
            var rows = duckDb.copy(file, table, stays.days(), draft);
            if (rows > 0) {
                var kept = new Draft(draft, rows);
                lake.publish(session, workspace, dataset, stays.fileName(), kept);
            }
        }
    }
}
