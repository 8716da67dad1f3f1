package dev.keepwell.screen.account;

import dev.keepwell.health.Curve;
import dev.keepwell.health.Facts;
import dev.keepwell.health.MeasureScore;
import dev.keepwell.health.MeasureScore.Part.Counted;
import dev.keepwell.health.Model;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Observation.Measured;
import dev.keepwell.screen.frame.Figures;
import dev.keepwell.screen.frame.ValueText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// One measure of a score: what was seen, what it is worth, and how far it can be trusted.
public record MeasureLine(
        String metric,
        String title,
        String says,
        String group,
        String value,
        @Nullable Worth worth,
        Evidence evidence) {

    static final Comparator<MeasureLine> BY_LOSS =
            Comparator.comparingDouble(
                    (MeasureLine it) -> it.worth == null ? 1 : -it.worth.lostPoints());

    private static final double HUNDRED = 100;

    /// What the measure brings to the score, as it counts at present.
    public record Worth(
            String points,
            String weight,
            String contribution,
            String lost,
            double lostPoints,
            CurveThumb curve) {}

    /// Where the value comes from, and how much it still counts. `isFading` when it grows old.
    public record Evidence(String source, String age, boolean isFading, String weightAsSet) {}

    static MeasureLine of(MeasureScore it, Model.Group group, Facts facts, Catalogue catalogue) {
        var asked =
                group.measures().stream()
                        .filter(measure -> measure.metric().equals(it.metric()))
                        .findFirst();
        var metric = catalogue.find(it.metric());
        var observation = it.observation();
        return new MeasureLine(
                it.metric().value(),
                metric.map(found -> found.meaning().title()).orElse(it.metric().value()),
                asked.map(Model.Measure::says).orElse(""),
                group.title(),
                observation instanceof Measured measured && metric.isPresent()
                        ? ValueText.of(metric.get(), measured.value())
                        : ValueText.missing(observation.status()),
                it.part() instanceof Counted counted && observation instanceof Measured measured
                        ? asked.flatMap(measure -> measure.curve().spot(facts, measured))
                                .map(spot -> worth(it, counted, spot))
                                .orElse(null)
                        : null,
                evidence(it, observation, facts.day()));
    }

    private static Worth worth(MeasureScore it, Counted counted, Curve.Spot spot) {
        var whole = counted.effectiveWeight() * HUNDRED;
        var lost = whole - it.contribution();
        return new Worth(
                Figures.score(BigDecimal.valueOf(counted.points())),
                Figures.points(BigDecimal.valueOf(whole)),
                Figures.points(BigDecimal.valueOf(it.contribution())),
                Figures.points(BigDecimal.valueOf(lost)),
                lost,
                CurveThumb.of(spot.curve(), spot.x(), counted.points()));
    }

    private static Evidence evidence(MeasureScore it, Observation observation, LocalDate day) {
        var weight = Figures.number(BigDecimal.valueOf(it.weight()), 1);
        if (!(observation instanceof Measured measured)) {
            return new Evidence("–", "–", false, weight);
        }
        var isFading = it.part() instanceof Counted counted && counted.freshness() < 1;
        return new Evidence(measured.source(), age(measured.observedOn(), day), isFading, weight);
    }

    private static String age(LocalDate observed, LocalDate day) {
        var days = ChronoUnit.DAYS.between(observed, day);
        return days == 0 ? "same day" : days + " d";
    }
}
