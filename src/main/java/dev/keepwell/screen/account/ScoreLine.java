package dev.keepwell.screen.account;

import dev.keepwell.health.Band;
import dev.keepwell.health.Bands;
import dev.keepwell.health.ScoreSeries;
import dev.keepwell.health.ScoreSeries.Day;
import dev.keepwell.health.Verdict;
import dev.keepwell.screen.frame.Embedded;
import dev.keepwell.screen.frame.Figures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A score day by day, as a chart and as a table.
public record ScoreLine(List<Row> rows, List<Mark> marks, Bands bands) {

    public ScoreLine {
        rows = List.copyOf(rows);
        marks = List.copyOf(marks);
    }

    /// One day. A day without a score is a gap and no zero.
    public record Row(
            LocalDate day, @Nullable Double score, Band band, int version, boolean isProvisional) {

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
    }

    /// A day on which another version of the model began to judge.
    public record Mark(LocalDate day, String label) {

        public String dayText() {
            return Figures.day(day);
        }
    }

    /// What the script that draws needs to know.
    private record Spec(
            List<String> days,
            List<@Nullable Double> scores,
            Bands bands,
            List<Mark> marks,
            boolean isProvisional) {}

    static ScoreLine of(ScoreSeries series, Bands bands) {
        var marks = new ArrayList<Mark>();
        // The first version of the stretch was there before it; only a change is marked.
        series.versions().stream()
                .skip(1)
                .forEach(it -> marks.add(new Mark(it.day(), "Model version " + it.version())));
        return new ScoreLine(series.days().stream().map(ScoreLine::row).toList(), marks, bands);
    }

    public List<Row> newestFirst() {
        return rows.reversed();
    }

    public String json() {
        return Embedded.json(
                new Spec(
                        rows.stream().map(it -> it.day().toString()).toList(),
                        scores(),
                        bands,
                        marks,
                        !rows.isEmpty() && rows.getLast().isProvisional()));
    }

    private List<@Nullable Double> scores() {
        var scores = new ArrayList<@Nullable Double>();
        rows.forEach(it -> scores.add(it.score()));
        return scores;
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

    private static Row row(Day day) {
        return switch (day) {
            case Day.Gap(var it) -> new Row(it, null, Band.GREY, 0, false);
            case Day.Judged(var it, var version, _, var verdict, var isProvisional) ->
                    new Row(it, score(verdict), verdict.band(), version, isProvisional);
        };
    }

    private static @Nullable Double score(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Scored scored -> scored.published();
            case Verdict.Grey _ -> null;
        };
    }
}
