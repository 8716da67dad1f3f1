package dev.keepwell.health;

import static dev.keepwell.health.Given.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.keepwell.metric.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/// What holds for any model and any day, checked on random ones.
class ScoringPropertiesTest {

    private static final int TRIES = 600;
    private static final double EXACTLY = 1e-9;

    @Property(tries = TRIES)
    void scores_and_coverage_stay_inside_their_ranges(@ForAll long seed) {
        var anatomy = new RandomDay(seed).score();

        assertThat(anatomy.coverage()).isBetween(0.0, 1.0);
        assertThat(anatomy.groups()).allMatch(it -> it.coverage() >= 0 && it.coverage() <= 1);
        if (anatomy.verdict() instanceof Verdict.Scored score) {
            assertThat(score.raw()).isBetween(0.0, 100.0);
            assertThat(score.published()).isBetween(0.0, 100.0);
            assertThat(effectiveWeights(anatomy)).isEqualTo(1, within(EXACTLY));
            assertThat(contributions(anatomy)).isEqualTo(score.raw(), within(EXACTLY));
        }
    }

    @Property(tries = TRIES)
    void the_order_of_facts_changes_no_bit(@ForAll long seed) {
        var day = new RandomDay(seed);

        assertThat(day.score(day.model(), day.shuffled())).isEqualTo(day.score());
    }

    @Property(tries = TRIES)
    void the_order_of_measures_and_groups_changes_no_score(@ForAll long seed) {
        var day = new RandomDay(seed);

        sameScore(day.score(day.permuted(), day.observed()), day.score());
    }

    @Property(tries = TRIES)
    void only_the_proportions_of_weights_matter(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 1000) double factor) {
        var day = new RandomDay(seed);

        sameScore(day.score(day.scaled(factor), day.observed()), day.score());
    }

    @Property(tries = TRIES)
    void a_measure_without_weight_changes_no_score(@ForAll long seed) {
        var day = new RandomDay(seed);
        var observed = new ArrayList<>(day.observed());
        observed.add(Given.is("weightless", 3));

        sameScore(day.score(day.withWeightless(), observed), day.score());
    }

    @Property(tries = TRIES)
    void a_better_measure_never_lowers_the_raw_score(
            @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 50) double more) {
        var day = new RandomDay(seed);
        var before = day.score();
        for (int i = 0; i < day.observed().size(); i++) {
            var improved = new ArrayList<>(day.observed());
            improved.set(i, better(improved.get(i), more));

            var after = day.score(day.model(), improved);

            if (before.verdict() instanceof Verdict.Scored score) {
                assertThat(scored(after).raw()).isGreaterThanOrEqualTo(score.raw() - EXACTLY);
            }
        }
    }

    @Property(tries = TRIES)
    void without_data_an_account_is_grey_and_not_zero(@ForAll long seed) {
        var day = new RandomDay(seed);

        assertThat(day.score(day.model(), List.of()).verdict()).isEqualTo(new Verdict.Grey());
    }

    @Property(tries = TRIES)
    void the_lines_of_a_change_add_up(@ForAll long seed) {
        var first = new RandomDay(seed);
        var second = first.another();
        var change = Attribution.between(first.score(), second);

        change.ifPresent(it -> {
            var sum = it.lines().stream().mapToDouble(Change.Line::points).sum();
            var moved = it.to().value() - it.from().value();
            assertThat(sum).isEqualTo(moved, within(EXACTLY));
        });
    }

    @Property(tries = TRIES)
    void the_lines_of_a_change_of_model_add_up(@ForAll long seed) {
        var first = new RandomDay(seed);
        var model = new ModelVersion(2, "other", new RandomDay(seed + 1).model());
        var facts = first.facts(first.shuffled());
        var second = Scoring.score(model, facts, Given.FRESH);

        Attribution.across(first.score(), first.facts(), second, model)
                .ifPresent(it -> {
                    var sum = it.lines().stream().mapToDouble(Change.Line::points).sum();
                    var moved = it.to().value() - it.from().value();
                    assertThat(sum).isEqualTo(moved, within(EXACTLY));
                });
    }

    @Property(tries = TRIES)
    void printed_lines_add_up_to_their_rounded_sum(@ForAll long seed) {
        var points = new Random(seed).doubles(7, -40, 40).boxed().toList();

        var printed = Change.printed(points);

        var tenths = printed.stream().mapToLong(it -> Math.round(it * 10)).sum();
        var sum = points.stream().mapToDouble(it -> it).sum();
        assertThat(tenths).isEqualTo(Math.round(Decimals.one(sum) * 10));
        for (int i = 0; i < points.size(); i++) {
            assertThat(printed.get(i)).isEqualTo(points.get(i), within(.1 + EXACTLY));
        }
    }

    @Property(tries = TRIES)
    void a_band_moves_only_for_one_of_the_reasons_there_are(@ForAll long seed) {
        var random = new Random(seed);
        var machine = new Hysteresis(Bands.DEFAULT);
        Hysteresis.State before = Given.FRESH;
        for (int day = 0; day < 40; day++) {
            var score = Decimals.one(40 + 45 * random.nextDouble());
            var next = machine.next(before, Given.TODAY.plusDays(day), score, Band.GREEN);
            if (before instanceof Hysteresis.State.Since since
                    && since.published() != next.published()) {
                var isClear = isClear(since.published(), next.published(), score);
                var isShock = since.capped() - score >= 10 - EXACTLY;
                assertThat(isClear || isShock || since.waitedDays() == 2).isTrue();
            }
            before = next;
        }
    }

    private static boolean isClear(Band from, Band to, double score) {
        return switch (to) {
            case GREEN -> score >= 77;
            case YELLOW -> from == Band.GREEN ? score <= 73 : score >= 52;
            case RED -> score <= 48;
            case GREY -> false;
        };
    }

    private static void sameScore(Anatomy actual, Anatomy expected) {
        assertThat(actual.coverage()).isEqualTo(expected.coverage(), within(EXACTLY));
        assertThat(actual.band()).isEqualTo(expected.band());
        if (expected.verdict() instanceof Verdict.Scored score) {
            assertThat(scored(actual).raw()).isEqualTo(score.raw(), within(EXACTLY));
            assertThat(scored(actual).rounded()).isEqualTo(score.rounded());
        }
    }

    private static double effectiveWeights(Anatomy anatomy) {
        return anatomy.measures().mapToDouble(MeasureScore::effectiveWeight).sum();
    }

    private static double contributions(Anatomy anatomy) {
        return anatomy.measures().mapToDouble(MeasureScore::contribution).sum();
    }

    private static Observation better(Observation observation, double more) {
        return observation
                        instanceof
                        Observation.Measured(var metric, var status, var value, var on, var source)
                ? new Observation.Measured(metric, status, value + more, on, source)
                : observation;
    }
}
