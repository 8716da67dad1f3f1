package dev.keepwell.screen.account;

import dev.keepwell.health.Anatomy;
import dev.keepwell.health.Cap;
import dev.keepwell.health.MeasureScore;
import dev.keepwell.health.MeasureScore.Part;
import dev.keepwell.health.Model;
import dev.keepwell.health.Verdict;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Observation.Measured;
import dev.keepwell.metric.Status;
import dev.keepwell.screen.frame.Figures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much of a score is known, what is not and why and who can fix it, and which rules act on the
/// score beside its measures.
public record Knowledge(
        Coverage coverage, List<Gap> gaps, List<Rule> caps, @Nullable String withoutCaps) {

    private static final double HUNDRED = 100;
    private static final double THIN = 0.8;

    public Knowledge {
        gaps = List.copyOf(gaps);
        caps = List.copyOf(caps);
    }

    /// The share that is known, of a hundred. Below 80 % a score rests on thin data.
    public record Coverage(String text, double share, boolean isThin) {}

    /// A measure that counts less than it should, or not at all.
    public record Gap(String metric, String title, Kind kind, String why, String who) {}

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

    /// A cap in force; a binding one set the score.
    public record Rule(String says, String level, boolean isBinding) {}

    /// What a gap is described with.
    private record Pen(LocalDate day, Catalogue catalogue, WhoActs who) {

        Gap gap(MeasureScore it, Kind kind, String why, String fixes) {
            var title =
                    catalogue
                            .find(it.metric())
                            .map(found -> found.meaning().title())
                            .orElse(it.metric().value());
            return new Gap(it.metric().value(), title, kind, why, fixes);
        }

        long age(Measured measured) {
            return ChronoUnit.DAYS.between(measured.observedOn(), day);
        }
    }

    static Knowledge of(Anatomy anatomy, Model model, Catalogue catalogue, WhoActs who) {
        var pen = new Pen(anatomy.day(), catalogue, who);
        return new Knowledge(
                coverage(anatomy.coverage()),
                anatomy.measures().flatMap(it -> gap(it, anatomy, pen).stream()).toList(),
                anatomy.caps().stream().map(it -> rule(it, model)).toList(),
                anatomy.verdict() instanceof Verdict.Scored it && it.capped() < it.rounded()
                        ? Figures.score(BigDecimal.valueOf(it.rounded()))
                        : null);
    }

    static Coverage coverage(double coverage) {
        return new Coverage(
                Figures.percent(BigDecimal.valueOf(coverage)), coverage * HUNDRED, coverage < THIN);
    }

    private static Optional<Gap> gap(MeasureScore it, Anatomy anatomy, Pen pen) {
        return switch (it.part()) {
            case Part.NotApplicable() -> Optional.empty();
            case Part.Missing() -> Optional.of(missing(it, pen));
            case Part.Counted(_, var freshness, var weight) -> {
                if (anatomy.warnings().contains("stale_red:" + it.metric())) {
                    var why = age(it, pen) + " Bad news does not fade, so it counts in full.";
                    yield Optional.of(pen.gap(it, Kind.HELD, why, pen.who().on(it.metric())));
                }
                if (freshness < 1) {
                    var counts = Figures.percent(BigDecimal.valueOf(freshness));
                    var why = age(it, pen) + " It counts " + counts + ".";
                    yield Optional.of(pen.gap(it, Kind.STALE, why, pen.who().on(it.metric())));
                }
                if (weight == 0 && it.weight() > 0) {
                    var why = "Too little of its group is known for the group to count.";
                    yield Optional.of(pen.gap(it, Kind.MISSING, why, "See the rest of the group"));
                }
                yield Optional.empty();
            }
        };
    }

    private static Gap missing(MeasureScore it, Pen pen) {
        var acts = pen.who().on(it.metric());
        return switch (it.observation()) {
            case Measured measured when Status.INSUFFICIENT_SAMPLE == measured.status() ->
                    pen.gap(it, Kind.MISSING, "Too few answers to judge by.", acts);
            case Measured _ ->
                    pen.gap(it, Kind.MISSING, age(it, pen) + " That is too old to count.", acts);
            case Observation.Unknown(_, var status) ->
                    switch (status) {
                        case SOURCE_MISSING ->
                                pen.gap(
                                        it,
                                        Kind.MISSING,
                                        "Its source is not connected, or has stopped sending.",
                                        pen.who().connects(it.metric()));
                        case INSUFFICIENT_SAMPLE ->
                                pen.gap(it, Kind.MISSING, "Too few answers to judge by.", acts);
                        case ZERO_DENOMINATOR ->
                                pen.gap(it, Kind.MISSING, "There is nothing to divide by.", acts);
                        case STALE ->
                                pen.gap(it, Kind.MISSING, "The last answer is too old.", acts);
                        case NO_DATA,
                                NOT_APPLICABLE,
                                INSUFFICIENT_COVERAGE,
                                CENSORED,
                                CAPPED,
                                PROVISIONAL,
                                OK ->
                                pen.gap(
                                        it,
                                        Kind.MISSING,
                                        "Nothing was recorded for this account.",
                                        acts);
                    };
        };
    }

    private static String age(MeasureScore it, Pen pen) {
        return it.observation() instanceof Measured measured
                ? "Last seen %d d ago.".formatted(pen.age(measured))
                : "";
    }

    private static Rule rule(Anatomy.ActiveCap active, Model model) {
        var says =
                model.caps().stream()
                        .filter(it -> it.name().equals(active.cap()))
                        .map(Cap::says)
                        .findFirst()
                        .orElse(active.cap());
        return new Rule(
                says,
                "At most " + Figures.word(active.atMost()).toLowerCase(Locale.ROOT),
                active.isBinding());
    }
}
