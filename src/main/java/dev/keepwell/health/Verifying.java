package dev.keepwell.health;

import dev.keepwell.health.Hysteresis.State;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Scores every line of the ledger again, from what the ledger itself holds, and compares every
/// step.
///
/// Accounts know nothing of each other, so a few are held in memory at a time, each with its days
/// in order. What was restated is left out: it is what is known now, and no history.
final class Verifying {

    private static final int LINES_AT_ONCE = 4_000;
    private static final int DIFFERENCES_SHOWN = 10;
    private static final Period ALWAYS =
            new Period(LocalDate.of(1900, 1, 1), LocalDate.of(9999, 12, 31));

    private final Models models;
    private final Ledger ledger;
    private final ClosedDays closedDays;

    Verifying(Models models, Ledger ledger, ClosedDays closedDays) {
        this.models = models;
        this.ledger = ledger;
        this.closedDays = closedDays;
    }

    /// A line that comes out otherwise, and the first step that does.
    record Difference(String series, int version, LocalDate day, String account, String step) {}

    /// How many lines were scored again, how many came out otherwise, the first of those, and how
    /// many bytes the lines take in the lake.
    record Verified(long lines, long differing, List<Difference> first, long bytes) {

        double bytesPerLine() {
            return lines == 0 ? 0 : Decimals.one((double) bytes / lines);
        }
    }

    Verified verify(WorkspaceId workspace, Consumer<Long> progress) {
        var tally = new Tally(progress);
        long bytes = 0;
        for (var series : all(workspace)) {
            bytes += ledger.reading(workspace, series).bytes();
            verify(workspace, series, tally);
        }
        return new Verified(tally.lines, tally.differing, tally.first, bytes);
    }

    private List<Series> all(WorkspaceId workspace) {
        var all = new ArrayList<Series>();
        all.add(new Series.Published());
        ledger.backfills(workspace).forEach(it -> all.add(new Series.Backfill(it)));
        return all;
    }

    private void verify(WorkspaceId workspace, Series series, Tally tally) {
        var reading = ledger.reading(workspace, series);
        var said = closedDays.stretches(workspace, new Series.Published());
        var own = closedDays.stretches(workspace, series);
        var judges = new HashMap<Integer, ModelVersion>();
        for (var some : portions(reading.counts())) {
            var before = new Before();
            if (!series.equals(new Series.Published())) {
                ledger.reading(workspace, new Series.Published())
                        .rows(some.first(), some.last())
                        .forEach(it -> before.said(it, said.getOrDefault(it.key().day(), 0)));
            }
            reading.anatomies(ALWAYS, some.first(), some.last())
                    .forEach(kept -> {
                        var stretch = own.getOrDefault(kept.day(), 0);
                        var state = before.of(kept.account().value(), kept.day(), stretch);
                        var model =
                                judges.computeIfAbsent(
                                        kept.judge().version(),
                                        it -> models.version(workspace, it).orElseThrow());
                        tally.compare(series, kept, Scoring.score(model, kept.facts(), state));
                        before.own(kept, stretch);
                    });
            tally.report();
        }
    }

    /// Accounts that follow on each other in the order of their ids.
    private record Portion(String first, String last) {}

    private static List<Portion> portions(List<Map.Entry<String, Long>> counts) {
        var portions = new ArrayList<Portion>();
        long lines = LINES_AT_ONCE;
        for (var count : counts) {
            lines += count.getValue();
            if (lines > LINES_AT_ONCE) {
                portions.add(new Portion(count.getKey(), count.getKey()));
                lines = count.getValue();
            } else {
                var first = portions.removeLast().first();
                portions.add(new Portion(first, count.getKey()));
            }
        }
        return portions;
    }

    /// Counts, and keeps the first differences.
    private static final class Tally {

        private final Consumer<Long> progress;
        private final List<Difference> first = new ArrayList<>();
        private long lines;
        private long differing;

        Tally(Consumer<Long> progress) {
            this.progress = progress;
        }

        void compare(Series series, Anatomy kept, Anatomy again) {
            lines++;
            if (again.equals(kept)) {
                return;
            }
            differing++;
            if (first.size() < DIFFERENCES_SHOWN) {
                first.add(
                        new Difference(
                                series.word(),
                                kept.judge().version(),
                                kept.day(),
                                kept.account().value(),
                                step(kept, again)));
            }
        }

        void report() {
            progress.accept(lines);
        }

        /// In the order in which a score comes about.
        private static String step(Anatomy kept, Anatomy again) {
            if (!kept.judge().equals(again.judge())) {
                return "input";
            }
            if (!kept.groups().equals(again.groups())) {
                return "measures";
            }
            if (kept.coverage() != again.coverage()) {
                return "coverage";
            }
            if (!kept.caps().equals(again.caps())) {
                return "caps";
            }
            if (!kept.verdict().equals(again.verdict())) {
                return "score";
            }
            return kept.state().equals(again.state()) ? "warnings" : "band";
        }
    }

    /// Where the bands stood before a line, as far as it was known when the line was written: days
    /// may be closed out of their order, and one that was closed later was not there yet.
    private static final class Before {

        private record Step(LocalDate day, int stretch, State state) {}

        private final Map<String, List<Step>> own = new HashMap<>();
        private final Map<String, List<Step>> said = new HashMap<>();

        void own(Anatomy it, int stretch) {
            own.computeIfAbsent(it.account().value(), _ -> new ArrayList<>())
                    .add(new Step(it.day(), stretch, it.state()));
        }

        void said(ScoreRow it, int stretch) {
            said.computeIfAbsent(it.key().account(), _ -> new ArrayList<>())
                    .add(new Step(it.key().day(), stretch, it.state()));
        }

        State of(String account, LocalDate day, int stretch) {
            var last = last(own.getOrDefault(account, List.of()), day, stretch);
            var other = last(said.getOrDefault(account, List.of()), day, stretch);
            return other.day().isAfter(last.day()) ? other.state() : last.state();
        }

        private static Step last(List<Step> steps, LocalDate day, int stretch) {
            for (var step : steps.reversed()) {
                if (step.day().isBefore(day) && step.stretch() <= stretch) {
                    return step;
                }
            }
            return new Step(LocalDate.MIN, 0, new State.Fresh());
        }
    }
}
