package dev.keepwell.health;

import dev.keepwell.health.Anatomy.ActiveCap;
import dev.keepwell.health.Anatomy.Judge;
import dev.keepwell.health.Hysteresis.State;
import dev.keepwell.health.MeasureScore.Part;
import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Status;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Judges one account on one day, in a fixed order of steps, each of which the anatomy keeps.
///
/// A function of its arguments alone. All sums run in the order of the model, so the same facts
/// give the same digits however they arrived.
public final class Scoring {

    private final ModelVersion version;
    private final String profile;
    private final Model model;
    private final Facts facts;
    private final List<String> warnings = new ArrayList<>();

    private Scoring(ModelVersion version, String profile, Facts facts) {
        this.version = version;
        this.profile = profile;
        this.model = version.model().under(profile);
        this.facts = facts;
    }

    /// `before` is where the band's state machine stood after the last day with a row.
    public static Anatomy score(ModelVersion model, Facts facts, State before) {
        return scoreRead(model, facts.readBy(model.model()), before);
    }

    /// The same for facts in the form that the model reads.
    static Anatomy scoreRead(ModelVersion model, Facts read, State before) {
        return new Scoring(model, model.profile(read), read).score(before);
    }

    /// What the score would be under that profile, whichever applies.
    static Anatomy scoreUnder(String profile, ModelVersion model, Facts facts) {
        var read = facts.readBy(model.model());
        return new Scoring(model, profile, read).score(new State.Fresh());
    }

    private Anatomy score(State before) {
        var judged = model.groups().stream().map(this::group).toList();
        var usedWeight = judged.stream().filter(GroupScore::isUsed).mapToDouble(GroupScore::weight);
        var used = usedWeight.sum();
        var groups = judged.stream().map(it -> it.sharing(used)).toList();
        var coverage = coverage(groups);
        var active = model.caps().stream().filter(it -> it.isActive(facts)).toList();

        var isGrey = used == 0 || coverage < model.coverageFloor() || lacksWhatItNeeds(groups);
        var verdict = isGrey ? new Verdict.Grey() : scored(groups, active);
        var state = state(before, verdict, active);
        return new Anatomy(
                new Judge(version.name(), version.number(), profile, facts.hash(version)),
                facts,
                groups,
                coverage,
                caps(active, verdict),
                inBand(verdict, state),
                state,
                warnings);
    }

    /// A measure may be so important that there is no score without it.
    private boolean lacksWhatItNeeds(List<GroupScore> groups) {
        var needed =
                model.measures()
                        .filter(it -> it.gap() == Model.Gap.NO_SCORE && it.weight() > 0)
                        .map(Model.Measure::metric)
                        .collect(Collectors.toSet());
        var lacking =
                groups.stream()
                        .flatMap(it -> it.measures().stream())
                        .filter(it -> needed.contains(it.metric()))
                        .filter(it -> it.part() instanceof Part.Missing)
                        .toList();
        lacking.forEach(it -> warn("needed", it.metric()));
        return !lacking.isEmpty();
    }

    private GroupScore group(Model.Group group) {
        var measures =
                group.measures().stream()
                        .map(it -> {
                            var observation = facts.observation(it.metric());
                            return new MeasureScore(
                                    observation, it.weight(), part(it, observation));
                        })
                        .toList();
        return GroupScore.of(group, model.coverageFloor(), measures);
    }

    private Part part(Model.Measure measure, Observation observation) {
        if (observation.status() == Status.NOT_APPLICABLE) {
            return new Part.NotApplicable();
        }
        return switch (observation) {
            case Observation.Measured measured when Facts.isScorable(measured.status()) ->
                    counted(measure, measured);
            case Observation.Measured _, Observation.Unknown _ -> new Part.Missing();
        };
    }

    private Part counted(Model.Measure measure, Observation.Measured measured) {
        var spot = measure.curve().spot(facts, measured);
        var points = spot.map(Curve.Spot::points).orElse(OptionalDouble.empty());
        var age = ChronoUnit.DAYS.between(measured.observedOn(), facts.day());
        var freshness = measure.fading().freshness(age, measured.value());
        if (points.isEmpty()) {
            return missing(spot.isEmpty() ? "no_comparison" : "unknown_value", measure.metric());
        }
        if (freshness == 0) {
            return missing("expired", measure.metric());
        }
        if (measure.fading().isHeld(age, measured.value())) {
            warn("stale_red", measure.metric());
        }
        if (measured.status() == Status.STALE) {
            warn("held", measure.metric());
        }
        return new Part.Counted(points.getAsDouble(), freshness, 0);
    }

    private Part missing(String why, MetricName metric) {
        warn(why, metric);
        return new Part.Missing();
    }

    private void warn(String what, MetricName metric) {
        warnings.add(what + ":" + metric);
    }

    /// A group that is left out for lack of data still stands below the line; one whose questions
    /// do not arise does not.
    private static double coverage(List<GroupScore> groups) {
        double known = 0;
        double asked = 0;
        for (var group : groups) {
            switch (group.standing()) {
                case USED -> {
                    known += group.weight() * group.coverage();
                    asked += group.weight();
                }
                case BELOW_FLOOR -> asked += group.weight();
                case NOT_APPLICABLE -> {}
            }
        }
        return asked > 0 ? Decimals.settled(known / asked) : 0;
    }

    /// The colour shown is filled in afterwards, because it depends on the days before.
    private Verdict scored(List<GroupScore> groups, List<Cap> active) {
        var sum = groups.stream().mapToDouble(GroupScore::contribution).sum();
        var raw = Decimals.clamped(sum);
        var rounded = Decimals.one(raw);
        var bands = model.bands();
        var capped = Math.min(rounded, bands.ceiling(lowest(active)));
        var plain = bands.of(capped);
        return new Verdict.Scored(raw, rounded, capped, ordered(capped, active), plain, plain);
    }

    /// The word of a person stands above the arithmetic, and a red cap above both.
    private double ordered(double capped, List<Cap> active) {
        var order = facts.beside().override();
        if (order == null) {
            return capped;
        }
        var bands = model.bands();
        var wanted = order.order().apply(capped, bands);
        return lowest(active) == Band.RED ? Math.min(wanted, bands.ceiling(Band.RED)) : wanted;
    }

    private State state(State before, Verdict verdict, List<Cap> active) {
        return switch (verdict) {
            case Verdict.Grey _ -> new State.Fresh();
            case Verdict.Scored scored ->
                    new Hysteresis(model.bands(), model.patience())
                            .next(before, facts.day(), scored.capped(), ceiling(scored, active));
        };
    }

    /// The lowest band that a cap or an override forces at once; raising one is no lasting matter.
    private Band ceiling(Verdict.Scored scored, List<Cap> active) {
        var lowest = lowest(active);
        return facts.beside().override() == null
                ? lowest
                : Band.lower(lowest, model.bands().of(scored.published()));
    }

    /// While an override is in force, its colour is shown; the machine goes on beneath it.
    private Verdict inBand(Verdict verdict, State state) {
        if (!(verdict
                        instanceof
                        Verdict.Scored(
                                var raw,
                                var rounded,
                                var capped,
                                var published,
                                var plain,
                                _)
                && state instanceof State.Since since)) {
            return verdict;
        }
        var band =
                facts.beside().override() == null ? since.published() : model.bands().of(published);
        return new Verdict.Scored(raw, rounded, capped, published, plain, band);
    }

    private static Band lowest(List<Cap> active) {
        return active.stream().map(Cap::atMost).reduce(Band.GREEN, Band::lower);
    }

    /// The binding cap is the first of the lowest ones, if it took anything away.
    private static List<ActiveCap> caps(List<Cap> active, Verdict verdict) {
        var binds = verdict instanceof Verdict.Scored s && s.capped() < s.rounded();
        var lowest = active.stream().min(Comparator.comparing(Cap::atMost));
        return active.stream()
                .map(it -> {
                    var isLowest = lowest.filter(it::equals).isPresent();
                    return new ActiveCap(it.name(), it.atMost(), binds && isLowest);
                })
                .toList();
    }
}
