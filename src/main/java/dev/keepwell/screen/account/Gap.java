package dev.keepwell.screen.account;

import dev.keepwell.health.Anatomy;
import dev.keepwell.health.MeasureScore;
import dev.keepwell.health.MeasureScore.Part;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Observation.Measured;
import dev.keepwell.metric.Status;
import dev.keepwell.screen.frame.Figures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// A measure that counts less than it should, or not at all: why, and who can fix it.
public record Gap(String metric, String title, Kind kind, String why, String who) {

    /// What is wrong with a measure.
    public enum Kind {
        MISSING("No data"),
        STALE("Stale"),
        HELD("Held");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /// What a gap is described with.
    private record Pen(LocalDate day, List<String> warnings, Catalogue catalogue, WhoActs who) {

        Gap gap(MeasureScore it, Kind kind, String why, String fixes) {
            var title =
                    catalogue
                            .find(it.metric())
                            .map(found -> found.meaning().title())
                            .orElse(it.metric().value());
            return new Gap(it.metric().value(), title, kind, why, fixes);
        }

        /// Somebody who acts can make the measure better known.
        Gap acted(MeasureScore it, Kind kind, String why) {
            return gap(it, kind, why, who.on(it.metric()));
        }

        boolean warns(String what, MeasureScore it) {
            return warnings.contains(what + ":" + it.metric());
        }

        String age(Measured measured) {
            var days = ChronoUnit.DAYS.between(measured.observedOn(), day);
            return "Last seen %d d ago.".formatted(days);
        }
    }

    static List<Gap> of(Anatomy anatomy, Catalogue catalogue, WhoActs who) {
        var pen = new Pen(anatomy.day(), anatomy.warnings(), catalogue, who);
        return anatomy.measures().flatMap(it -> of(it, pen).stream()).toList();
    }

    private static Optional<Gap> of(MeasureScore it, Pen pen) {
        return switch (it.part()) {
            case Part.NotApplicable() -> Optional.empty();
            case Part.Missing() -> Optional.of(missing(it, pen));
            case Part.Counted counted -> counted(it, counted, pen);
        };
    }

    private static Optional<Gap> counted(MeasureScore it, Part.Counted counted, Pen pen) {
        var age = it.observation() instanceof Measured measured ? pen.age(measured) : "";
        if (pen.warns("held", it)) {
            var why = age + " Its source is silent since, so its last value is held.";
            return Optional.of(pen.gap(it, Kind.HELD, why, pen.who().connects(it.metric())));
        }
        if (pen.warns("stale_red", it)) {
            var why = age + " Bad news does not fade, so it counts in full.";
            return Optional.of(pen.acted(it, Kind.HELD, why));
        }
        if (counted.freshness() < 1) {
            var counts = Figures.percent(BigDecimal.valueOf(counted.freshness()));
            return Optional.of(pen.acted(it, Kind.STALE, age + " It counts " + counts + "."));
        }
        if (counted.effectiveWeight() == 0 && it.weight() > 0) {
            var why = "Too little is known beside it for it to count.";
            return Optional.of(pen.gap(it, Kind.MISSING, why, "See what else is missing"));
        }
        return Optional.empty();
    }

    private static Gap missing(MeasureScore it, Pen pen) {
        if (pen.warns("no_comparison", it)) {
            return pen.acted(it, Kind.MISSING, "There is nothing to compare it with yet.");
        }
        if (pen.warns("unknown_value", it)) {
            var why = "The model has no points for this value.";
            return pen.gap(it, Kind.MISSING, why, "Whoever keeps the model");
        }
        return switch (it.observation()) {
            case Measured measured when measured.status() == Status.INSUFFICIENT_SAMPLE ->
                    pen.acted(it, Kind.MISSING, "Too few answers to judge by.");
            case Measured measured ->
                    pen.acted(it, Kind.MISSING, pen.age(measured) + " That is too old to count.");
            case Observation.Unknown(_, var status) -> unknown(it, status, pen);
        };
    }

    private static Gap unknown(MeasureScore it, Status status, Pen pen) {
        return switch (status) {
            case SOURCE_MISSING ->
                    pen.gap(
                            it,
                            Kind.MISSING,
                            "Its source is not connected, or has stopped sending.",
                            pen.who().connects(it.metric()));
            case INSUFFICIENT_SAMPLE -> pen.acted(it, Kind.MISSING, "Too few answers to judge by.");
            case ZERO_DENOMINATOR -> pen.acted(it, Kind.MISSING, "There is nothing to divide by.");
            case STALE -> pen.acted(it, Kind.MISSING, "The last answer is too old.");
            case NO_DATA,
                    NOT_APPLICABLE,
                    INSUFFICIENT_COVERAGE,
                    CENSORED,
                    CAPPED,
                    PROVISIONAL,
                    OK ->
                    pen.acted(it, Kind.MISSING, "Nothing was recorded for this account.");
        };
    }
}
