package dev.keepwell.screen.account;

import dev.keepwell.health.Anatomy;
import dev.keepwell.health.Facts;
import dev.keepwell.health.MeasureScore;
import dev.keepwell.health.MeasureScore.Part;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One measure of a score: what was seen, what it is worth, how it did, and how far it can be
/// trusted.
public record MeasureLine(
        Names names,
        String value,
        Look look,
        @Nullable Worth worth,
        Evidence evidence,
        MeasurePast past,
        MeasureOrder.Rank rank) {

    private static final double UNKNOWN = -1;

    /// What the measure is called, by whom it can be changed, and what it means when it is good.
    public record Names(String metric, String title, String group, String says, String actor) {}

    /// How a value looks: one that is missing is told from a zero and from a question that does not
    /// arise.
    public enum Look {
        KNOWN,
        STALE,
        MISSING,
        NOT_APPLICABLE
    }

    /// What the measure brings to the score, as it counts at present.
    public record Worth(
            String points,
            String weight,
            String contribution,
            String lost,
            String formula,
            @Nullable CurveThumb curve) {}

    /// Where the value comes from, and how much it still counts.
    public record Evidence(String source, String age, String weightAsSet, String why) {}

    /// What a line is written with.
    record Pen(
            Facts facts,
            List<Anatomy> days,
            PrintedScore printed,
            List<Gap> gaps,
            Catalogue catalogue,
            WhoActs who) {}

    static MeasureLine of(MeasureScore it, Model.Group group, Pen pen) {
        var asked =
                group.measures().stream()
                        .filter(measure -> measure.metric().equals(it.metric()))
                        .findFirst();
        var metric = pen.catalogue().find(it.metric());
        var title = metric.map(found -> found.meaning().title()).orElse(it.metric().value());
        var observation = it.observation();
        return new MeasureLine(
                new Names(
                        it.metric().value(),
                        title,
                        group.title(),
                        asked.map(Model.Measure::says).orElse(""),
                        pen.who().on(it.metric())),
                observation instanceof Measured measured && metric.isPresent()
                        ? ValueText.of(metric.get(), measured.value())
                        : look(it) == Look.NOT_APPLICABLE ? "n/a" : "No data",
                look(it),
                worth(it, group, asked, pen),
                evidence(it, observation, pen),
                MeasurePast.of(it.metric(), metric, pen.days()),
                rank(it, title, group.title(), pen));
    }

    private static Look look(MeasureScore it) {
        return switch (it.part()) {
            case Part.NotApplicable() -> Look.NOT_APPLICABLE;
            case Part.Missing() -> Look.MISSING;
            case Part.Counted(_, var freshness, _) -> freshness < 1 ? Look.STALE : Look.KNOWN;
        };
    }

    private static @Nullable Worth worth(
            MeasureScore it, Model.Group group, Optional<Model.Measure> asked, Pen pen) {
        if (asked.isEmpty()
                || !(it.part() instanceof Counted counted)
                || !(it.observation() instanceof Measured measured)) {
            return null;
        }
        var parts = pen.printed().of(it);
        var points = Figures.score(BigDecimal.valueOf(counted.points()));
        var weight = Figures.points(parts.weight());
        var contribution = Figures.points(parts.contribution());
        return new Worth(
                points,
                weight,
                contribution,
                Figures.points(parts.lost()),
                "%s points × %s %% of the score = %s. Its weight is %s in %s, its freshness %s."
                        .formatted(
                                points,
                                weight,
                                contribution,
                                Figures.number(BigDecimal.valueOf(it.weight()), 1),
                                group.title(),
                                Figures.percent(BigDecimal.valueOf(counted.freshness()))),
                asked.get()
                        .curve()
                        .spot(pen.facts(), measured)
                        .map(spot -> CurveThumb.of(spot.curve(), spot.x(), counted.points()))
                        .orElse(null));
    }

    private static Evidence evidence(MeasureScore it, Observation observation, Pen pen) {
        var weight = Figures.number(BigDecimal.valueOf(it.weight()), 1);
        var why =
                pen.gaps().stream()
                        .filter(gap -> gap.metric().equals(it.metric().value()))
                        .map(Gap::why)
                        .findFirst()
                        .orElse("");
        return observation instanceof Measured measured
                ? new Evidence(
                        measured.source(),
                        age(measured.observedOn(), pen.facts().day()),
                        weight,
                        why)
                : new Evidence("–", "–", weight, why);
    }

    private static MeasureOrder.Rank rank(MeasureScore it, String title, String group, Pen pen) {
        var parts = pen.printed().of(it);
        var isCounted = it.part() instanceof Counted;
        return new MeasureOrder.Rank(
                title,
                group,
                isCounted ? parts.lost().doubleValue() : UNKNOWN,
                isCounted ? parts.contribution().doubleValue() : UNKNOWN,
                it.effectiveWeight(),
                it.part() instanceof Counted counted ? counted.points() : Double.MAX_VALUE,
                it.observation() instanceof Measured measured
                        ? ChronoUnit.DAYS.between(measured.observedOn(), pen.facts().day())
                        : UNKNOWN);
    }

    private static String age(LocalDate observed, LocalDate day) {
        var days = ChronoUnit.DAYS.between(observed, day);
        return days == 0 ? "same day" : days + " d";
    }
}
