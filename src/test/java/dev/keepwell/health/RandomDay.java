package dev.keepwell.health;

import static dev.keepwell.health.Given.TODAY;
import static dev.keepwell.health.Given.linear;

import dev.keepwell.health.Model.Group;
import dev.keepwell.health.Model.Measure;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Status;
import dev.keepwell.metric.Trait;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A random model with rising curves, and a random day's observations for it, from one seed.
final class RandomDay {

    private static final int GROUPS_MAX = 5;
    private static final int MEASURES_MAX = 4;
    private static final int FRESH_DAYS = 30;

    private final Random random;
    private final Model model;
    private final List<Observation> observed;
    private final Map<String, Boolean> holding;
    private final Circumstances beside;

    RandomDay(long seed) {
        random = new Random(seed);
        var groups =
                IntStream.rangeClosed(1, 1 + random.nextInt(GROUPS_MAX))
                        .mapToObj(this::group)
                        .toList();
        model = with(groups);
        observed = observations();
        holding = Map.of("cancel_notice", random.nextInt(5) == 0, "p1_open", random.nextBoolean());
        beside = circumstances();
    }

    /// An account of some age, what its measures were like before, where it stands among its peers,
    /// and now and then an override.
    private Circumstances circumstances() {
        var before = new HashMap<MetricName, Observation>();
        var standings = new HashMap<MetricName, Circumstances.Standing>();
        model.measures()
                .forEach(it -> {
                    var value = random.nextInt(5) == 0 ? 0 : random.nextDouble(1, 100);
                    before.put(it.metric(), Given.is(it.metric().value(), value));
                    var less = random.nextInt(30);
                    standings.put(
                            it.metric(),
                            new Circumstances.Standing("2025-Q2 segment A", less, 2, less + 5));
                });
        var age = new Trait.Count(random.nextInt(200));
        return Circumstances.of(
                Map.of(Curve.ByAge.AGE, age, Curve.SEGMENT, new Trait.Word("A")),
                before,
                standings,
                random.nextInt(4) == 0 ? override() : null);
    }

    private ManualOverride override() {
        var order =
                random.nextBoolean()
                        ? new ManualOverride.Order.Score(Decimals.one(random.nextDouble(0, 100)))
                        : new ManualOverride.Order.Colour(Band.values()[random.nextInt(3)]);
        return new ManualOverride("ann", "She knows.", order, TODAY, TODAY.plusDays(30));
    }

    Model model() {
        return model;
    }

    List<Observation> observed() {
        return observed;
    }

    Facts facts() {
        return facts(observed);
    }

    Facts facts(List<Observation> observed) {
        return Given.facts(holding, observed.toArray(Observation[]::new)).in(beside);
    }

    Anatomy score() {
        return score(model, observed);
    }

    Anatomy score(Model model, List<Observation> observed) {
        return Scoring.score(Given.version(model), facts(observed), Given.FRESH);
    }

    /// Another day of the same account under the same model.
    Anatomy another() {
        return score(model, observations());
    }

    List<Observation> shuffled() {
        return shuffled(observed);
    }

    Model permuted() {
        return with(
                shuffled(model.groups()).stream()
                        .map(it -> copy(it, it.weight(), shuffled(it.measures())))
                        .toList());
    }

    Model scaled(double factor) {
        return with(
                model.groups().stream()
                        .map(it ->
                                copy(
                                        it,
                                        it.weight() * factor,
                                        it.measures().stream()
                                                .map(m -> copy(m, m.weight() * factor))
                                                .toList()))
                        .toList());
    }

    Model withWeightless() {
        var weightless = Given.measure("weightless", 0);
        return with(
                model.groups().stream()
                        .map(it ->
                                it == model.groups().getFirst()
                                        ? copy(it, it.weight(), and(it, weightless))
                                        : it)
                        .toList());
    }

    /// A model of three measures and the caps of the default model.
    static Model wanderersModel() {
        return Given.model(
                Given.defaultModel().caps(),
                Given.group("usage", 2, Given.measure("mau", 2), Given.measure("wau", 1)),
                Given.group(
                        "voice",
                        1,
                        Given.measure(
                                "csm_pulse",
                                1,
                                Given.IDENTITY,
                                new Fading.After(FRESH_DAYS, List.of(0.0)))));
    }

    static Facts wandering(AccountId account, LocalDate day, Random random) {
        var pulseDay = day.minusDays(random.nextInt(2 * FRESH_DAYS));
        var observed =
                Stream.of(
                                Given.is("mau", random.nextDouble(60, 90), day),
                                Given.is("wau", random.nextDouble(40, 90), day),
                                Given.is("csm_pulse", random.nextInt(3) * 50, pulseDay),
                                Given.is("max_days_past_due", random.nextInt(40), day))
                        .filter(_ -> random.nextInt(6) > 0)
                        .toList();
        var conditions = Map.of("cancel_notice", random.nextInt(9) == 0, "p1_open", false);
        return Facts.of(account, day, observed, conditions);
    }

    private Group group(int number) {
        var measures =
                IntStream.rangeClosed(1, 1 + random.nextInt(MEASURES_MAX))
                        .mapToObj(it -> measure("m%d_%d".formatted(number, it)))
                        .toList();
        return new Group("g" + number, weight(), "Group", measures);
    }

    private Measure measure(String name) {
        var fading =
                random.nextBoolean() ? new Fading.Never() : new Fading.After(FRESH_DAYS, List.of());
        return Given.measure(name, weight(), curve(), fading);
    }

    /// Any kind of curve, all of them rising.
    private Curve curve() {
        return switch (random.nextInt(6)) {
            case 0 -> Given.IDENTITY;
            case 1 -> new Curve.Steps(Given.knots(70, 100, 30, 60, Double.NEGATIVE_INFINITY, 10));
            case 2 -> new Curve.Percentile(Curve.Percentile.Peers.SEGMENT, line());
            case 3 -> new Curve.Trend(30, linear(0.5, 0, 1.5, 100));
            case 4 -> new Curve.ByAge(List.of(new Curve.ByAge.Stage(90, line())), line());
            default -> line();
        };
    }

    private Curve.Drawn line() {
        var left = random.nextDouble(0, 50);
        return linear(left, 0, left + random.nextDouble(1, 50), 100);
    }

    private double weight() {
        return random.nextDouble(0.5, 60);
    }

    private List<Observation> observations() {
        return model.measures().map(it -> observation(it.metric().value())).toList();
    }

    private Observation observation(String metric) {
        return switch (random.nextInt(6)) {
            case 0 -> Given.unknown(metric, Status.SOURCE_MISSING);
            case 1 -> Given.unknown(metric, Status.NOT_APPLICABLE);
            default -> {
                var day = TODAY.minusDays(random.nextInt(2 * FRESH_DAYS + 5));
                yield Given.is(metric, random.nextDouble(0, 100), day);
            }
        };
    }

    private static Model with(List<Group> groups) {
        return Given.model(Given.defaultModel().caps(), groups.toArray(Group[]::new));
    }

    private static List<Measure> and(Group group, Measure measure) {
        return Stream.concat(group.measures().stream(), Stream.of(measure)).toList();
    }

    private static Group copy(Group group, double weight, List<Measure> measures) {
        return new Group(group.name(), weight, group.title(), measures);
    }

    private static Measure copy(Measure it, double weight) {
        return new Measure(it.metric(), weight, it.curve(), it.fading(), it.says());
    }

    private <T> List<T> shuffled(List<T> list) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
