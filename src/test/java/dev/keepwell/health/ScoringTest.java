package dev.keepwell.health;

import static dev.keepwell.health.Given.group;
import static dev.keepwell.health.Given.is;
import static dev.keepwell.health.Given.linear;
import static dev.keepwell.health.Given.measure;
import static dev.keepwell.health.Given.model;
import static dev.keepwell.health.Given.score;
import static dev.keepwell.health.Given.scored;
import static dev.keepwell.health.Given.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.keepwell.health.GroupScore.Standing;
import dev.keepwell.health.MeasureScore.Part;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Status;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private static final Model USAGE =
            model(
                    group(
                            "usage",
                            30,
                            measure("dau_mau_ratio", 40),
                            measure("licence_utilisation_rate", 35, linear(.2, 0, .8, 100)),
                            measure("value_feature_breadth", 25)));

    private static final Model SIX =
            model(
                    group("usage", 30, measure("usage_score", 1)),
                    group("sentiment", 15, measure("sentiment_score", 1)),
                    group("advocacy", 10, measure("advocacy_score", 1)),
                    group("engagement", 15, measure("engagement_score", 1)),
                    group("relationship", 15, measure("relationship_score", 1)),
                    group("roi", 15, measure("roi_score", 1)));

    @Test
    void a_missing_measure_shares_its_weight_instead_of_counting_as_zero() {
        var anatomy = score(USAGE, is("dau_mau_ratio", 60), is("licence_utilisation_rate", .6));

        var usage = anatomy.groups().getFirst();
        assertThat(usage.coverage()).isEqualTo(.75);
        assertThat(usage.score().orElseThrow()).isEqualTo(63.1111, within(5e-5));
        assertThat(usage.measures().getLast().part()).isEqualTo(new Part.Missing());
    }

    @Test
    void six_groups_weigh_into_one_score() {
        var anatomy = score(SIX, six(true));

        assertThat(anatomy.verdict())
                .isEqualTo(
                        new Verdict.Scored(
                                scored(anatomy).raw(), 69.3, 69.3, 69.3, Band.YELLOW, Band.YELLOW));
        assertThat(scored(anatomy).raw()).isEqualTo(69.3, within(1e-9));
        assertThat(anatomy.groups().stream().map(GroupScore::contribution))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1)
                .containsExactly(21.0, 10.2, 5.4, 12.0, 11.1, 9.6);
    }

    @Test
    void a_group_without_data_lowers_coverage_and_lends_its_weight() {
        var anatomy = score(SIX, six(false));

        assertThat(scored(anatomy).raw()).isEqualTo(70.2353, within(5e-5));
        assertThat(scored(anatomy).rounded()).isEqualTo(70.2);
        assertThat(anatomy.coverage()).isEqualTo(.85);
        assertThat(anatomy.groups().getLast().standing()).isEqualTo(Standing.BELOW_FLOOR);
    }

    @Test
    void a_group_whose_questions_do_not_arise_lowers_no_coverage() {
        var observed =
                Stream.concat(
                        Stream.of(six(false)),
                        Stream.of(unknown("roi_score", Status.NOT_APPLICABLE)));

        var anatomy = score(SIX, observed.toArray(Observation[]::new));

        assertThat(anatomy.coverage()).isEqualTo(1);
        assertThat(anatomy.groups().getLast().standing()).isEqualTo(Standing.NOT_APPLICABLE);
    }

    @Test
    void a_measure_that_does_not_apply_is_not_missing() {
        var anatomy =
                score(
                        USAGE,
                        is("dau_mau_ratio", 60),
                        unknown("licence_utilisation_rate", Status.NOT_APPLICABLE),
                        is("value_feature_breadth", 20));

        assertThat(anatomy.coverage()).isEqualTo(1);
        assertThat(scored(anatomy).raw()).isEqualTo(2900 / 65.0, within(1e-9));
    }

    @Test
    void no_data_is_grey_and_not_zero() {
        var anatomy = score(SIX);

        assertThat(anatomy.verdict()).isEqualTo(new Verdict.Grey());
        assertThat(anatomy.status()).isEqualTo("INSUFFICIENT_COVERAGE");
        assertThat(anatomy.coverage()).isZero();
    }

    @Test
    void half_the_weight_is_enough_to_judge_and_a_little_less_is_not() {
        var halves = model(group("usage", 1, measure("a", 50), measure("b", 50)));
        var less = model(group("usage", 1, measure("a", 49.9), measure("b", 50.1)));

        assertThat(score(halves, is("a", 80)).band()).isEqualTo(Band.GREEN);
        assertThat(score(less, is("a", 80)).band()).isEqualTo(Band.GREY);
    }

    @Test
    void too_few_answers_are_shown_but_not_scored() {
        var anatomy =
                score(
                        USAGE,
                        is("dau_mau_ratio", 60),
                        is("licence_utilisation_rate", .5),
                        is("value_feature_breadth", 90, Status.INSUFFICIENT_SAMPLE));

        assertThat(anatomy.coverage()).isEqualTo(.75);
    }

    @Test
    void a_silent_account_that_was_never_contacted_is_judged_by_its_silence() {
        var talk = model(group("engagement", 1, measure("days_silent", 1, linear(7, 100, 60, 0))));

        var anatomy = score(talk, is("days_silent", 60, Status.NO_DATA));

        assertThat(scored(anatomy).raw()).isZero();
    }

    @Test
    void a_value_that_the_curve_does_not_know_is_missing_with_a_warning() {
        var pulse = new Curve.Category(Given.knots(0, 0, 100, 100));
        var sentiment = group("sentiment", 1, measure("csm_pulse", 1, pulse), measure("nps", 1));

        var anatomy = score(model(sentiment), is("csm_pulse", 25), is("nps", 70));

        assertThat(anatomy.warnings()).containsExactly("unknown_value:csm_pulse");
        assertThat(scored(anatomy).raw()).isEqualTo(70);
    }

    @Test
    void a_score_that_misses_a_half_only_by_binary_noise_rounds_up() {
        assertThat(Decimals.one(74.94999999999999)).isEqualTo(75.0);
        assertThat(Decimals.one(74.949)).isEqualTo(74.9);
        assertThat(Decimals.settled(.1 + .2 + .2)).isEqualTo(.5);
    }

    private static Observation[] six(boolean withRoi) {
        return Stream.of(
                        is("usage_score", 70),
                        is("sentiment_score", 68),
                        is("advocacy_score", 54),
                        is("engagement_score", 80),
                        is("relationship_score", 74),
                        withRoi ? is("roi_score", 64) : unknown("roi_score", Status.SOURCE_MISSING))
                .toArray(Observation[]::new);
    }
}
