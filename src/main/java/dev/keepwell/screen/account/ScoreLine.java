package dev.keepwell.screen.account;

import dev.keepwell.health.Anatomy;
import dev.keepwell.health.Band;
import dev.keepwell.health.Bands;
import dev.keepwell.health.Cap;
import dev.keepwell.health.Model;
import dev.keepwell.health.PastDays.Median;
import dev.keepwell.health.ScoreSeries;
import dev.keepwell.health.ScoreSeries.Day;
import dev.keepwell.health.Verdict;
import dev.keepwell.screen.frame.Embedded;
import dev.keepwell.screen.frame.Figures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A score day by day, as a chart and as a table, beside the median of its segment. Of so many
/// `restated` days something else is known now than was published.
public record ScoreLine(
        List<Row> rows, List<Mark> marks, Bands bands, String segment, int restated) {

    public ScoreLine {
        rows = List.copyOf(rows);
        marks = List.copyOf(marks);
    }

    /// One day. A day without a score is a gap and no zero.
    public record Row(
            LocalDate day,
            @Nullable Double score,
            Band band,
            int version,
            boolean isProvisional,
            @Nullable Median median) {

        public String dayText() {
            return Figures.day(day);
        }

        public String versionText() {
            if (score == null && band == Band.GREY && version == 0) {
                return "–";
            }
            return "version " + version + (isProvisional ? ", not closed yet" : "");
        }

        public String scoreText() {
            return score == null ? "No score" : Figures.score(BigDecimal.valueOf(score));
        }

        public String medianText() {
            return median == null
                    ? "–"
                    : "%s, n %,d"
                            .formatted(
                                    Figures.score(BigDecimal.valueOf(median.score())),
                                    median.accounts());
        }
    }

    /// A day from which on something other than a measure acts on the score: another version of the
    /// model, a cap, or its end. `sign` stands beside the line, and `label` in the list below it.
    public record Mark(LocalDate day, String sign, String label) {

        public String dayText() {
            return Figures.day(day);
        }
    }

    /// What stands beside a score.
    record Beside(
            String segment,
            NavigableMap<LocalDate, Median> medians,
            List<Anatomy> days,
            int restated) {

        Beside with(int restatedDays) {
            return new Beside(segment, medians, days, restatedDays);
        }
    }

    /// What the script that draws needs to know.
    private record Spec(
            List<String> days,
            List<@Nullable Double> scores,
            List<@Nullable Double> medians,
            String segment,
            Bands bands,
            List<Sign> marks,
            boolean isProvisional) {}

    private record Sign(LocalDate day, String label) {}

    static ScoreLine of(ScoreSeries series, Model model, Beside beside) {
        var marks = new ArrayList<Mark>();
        // The first version of the stretch was there before it; only a change is marked.
        series.versions().stream()
                .skip(1)
                .forEach(it ->
                        marks.add(
                                new Mark(
                                        it.day(),
                                        "v" + it.version(),
                                        "Model version %d. A step there is not the customer's."
                                                .formatted(it.version()))));
        var first = series.days().isEmpty() ? LocalDate.MAX : series.days().getFirst().day();
        marks.addAll(capMarks(beside.days(), first, model));
        marks.sort(Comparator.comparing(Mark::day));
        return new ScoreLine(
                series.days().stream().map(it -> row(it, beside.medians())).toList(),
                marks,
                model.bands(),
                beside.segment(),
                beside.restated());
    }

    /// Only caps that set the score leave a mark: others would explain nothing on the line.
    private static List<Mark> capMarks(List<Anatomy> days, LocalDate first, Model model) {
        var marks = new ArrayList<Mark>();
        @Nullable Set<String> before = null;
        for (var it : days) {
            var caps =
                    it.caps().stream()
                            .filter(Anatomy.ActiveCap::isBinding)
                            .map(Anatomy.ActiveCap::cap)
                            .collect(Collectors.toSet());
            if (before != null && !it.day().isBefore(first)) {
                var earlier = before;
                caps.stream()
                        .filter(cap -> !earlier.contains(cap))
                        .forEach(cap ->
                                marks.add(new Mark(it.day(), "cap", "Cap: " + says(cap, model))));
                earlier.stream()
                        .filter(cap -> !caps.contains(cap))
                        .forEach(cap ->
                                marks.add(
                                        new Mark(
                                                it.day(),
                                                "cap off",
                                                "The cap no longer sets the score: "
                                                        + says(cap, model))));
            }
            before = caps;
        }
        return marks;
    }

    private static String says(String cap, Model model) {
        return model.caps().stream()
                .filter(it -> it.name().equals(cap))
                .map(Cap::says)
                .findFirst()
                .orElse(cap);
    }

    public List<Row> newestFirst() {
        return rows.reversed();
    }

    public String restatedText() {
        return switch (restated) {
            case 0 -> "None of these days was";
            case 1 -> "1 of these days was";
            default -> "%,d of these days were".formatted(restated);
        };
    }

    public boolean hasMedians() {
        return rows.stream().anyMatch(it -> it.median() != null);
    }

    public String json() {
        var scores = new ArrayList<@Nullable Double>();
        var medians = new ArrayList<@Nullable Double>();
        for (var row : rows) {
            scores.add(row.score());
            var median = row.median();
            medians.add(median == null ? null : median.score());
        }
        return Embedded.json(
                new Spec(
                        rows.stream().map(it -> it.day().toString()).toList(),
                        scores,
                        medians,
                        segment,
                        bands,
                        marks.stream().map(it -> new Sign(it.day(), it.sign())).toList(),
                        !rows.isEmpty() && rows.getLast().isProvisional()));
    }

    /// In a sentence, for whoever does not see the line.
    public String said() {
        var scored = rows.stream().filter(it -> it.score() != null).toList();
        if (scored.isEmpty()) {
            return "No score on any of these days.";
        }
        return "Score from %s on %s to %s on %s."
                .formatted(
                        scored.getFirst().scoreText(),
                        scored.getFirst().dayText(),
                        scored.getLast().scoreText(),
                        scored.getLast().dayText());
    }

    private static Row row(Day day, NavigableMap<LocalDate, Median> medians) {
        var median = medians.get(day.day());
        return switch (day) {
            case Day.Gap(var it) -> new Row(it, null, Band.GREY, 0, false, median);
            case Day.Judged(var it, var version, _, var verdict, var isProvisional) ->
                    new Row(it, score(verdict), verdict.band(), version, isProvisional, median);
        };
    }

    private static @Nullable Double score(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Scored scored -> scored.published();
            case Verdict.Grey _ -> null;
        };
    }
}
