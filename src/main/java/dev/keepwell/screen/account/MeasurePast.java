package dev.keepwell.screen.account;

import dev.keepwell.health.Anatomy;
import dev.keepwell.health.MeasureScore;
import dev.keepwell.health.MeasureScore.Part.Counted;
import dev.keepwell.metric.Metric;
import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.Observation.Measured;
import dev.keepwell.screen.frame.Figures;
import dev.keepwell.screen.frame.Spark;
import dev.keepwell.screen.frame.ValueText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a measure did in the last eight weeks: its points as a line of days, and week by week what
/// it was and what that was worth.
public record MeasurePast(Spark spark, List<Week> weeks) {

    private static final int WEEKS = 8;
    private static final int DAYS = 7;

    public MeasurePast {
        weeks = List.copyOf(weeks);
    }

    /// One day of a week.
    public record Week(String day, String value, String points) {}

    /// `days` are the days up to that of the score, oldest first, that one included.
    static MeasurePast of(MetricName name, Optional<Metric> metric, List<Anatomy> days) {
        if (days.isEmpty()) {
            return new MeasurePast(new Spark(List.of()), List.of());
        }
        var last = days.getLast().day();
        var points = new ArrayList<@Nullable BigDecimal>();
        last.minusDays(WEEKS * (long) DAYS - 1)
                .datesUntil(last.plusDays(1))
                .forEach(day -> points.add(points(on(days, day, name))));
        var weeks = new ArrayList<Week>();
        for (int ago = 0; ago < WEEKS; ago++) {
            var day = last.minusDays(ago * (long) DAYS);
            on(days, day, name).ifPresent(it -> weeks.add(week(day, it, metric)));
        }
        return new MeasurePast(new Spark(points), weeks);
    }

    private static Optional<MeasureScore> on(List<Anatomy> days, LocalDate day, MetricName name) {
        return days.stream()
                .filter(it -> it.day().equals(day))
                .flatMap(Anatomy::measures)
                .filter(it -> it.metric().equals(name))
                .findFirst();
    }

    private static @Nullable BigDecimal points(Optional<MeasureScore> measure) {
        return measure.map(MeasureScore::part)
                .filter(Counted.class::isInstance)
                .map(it -> BigDecimal.valueOf(((Counted) it).points()))
                .orElse(null);
    }

    private static Week week(LocalDate day, MeasureScore it, Optional<Metric> metric) {
        var value =
                it.observation() instanceof Measured measured && metric.isPresent()
                        ? ValueText.of(metric.get(), measured.value())
                        : ValueText.missing(it.observation().status());
        var points =
                it.part() instanceof Counted counted
                        ? Figures.score(BigDecimal.valueOf(counted.points()))
                        : "–";
        return new Week(Figures.day(day), value, points);
    }
}
