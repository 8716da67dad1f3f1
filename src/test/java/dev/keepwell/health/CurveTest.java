package dev.keepwell.health;

import static dev.keepwell.health.Given.knots;
import static dev.keepwell.health.Given.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.keepwell.kernel.Refusal;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CurveTest {

    @Test
    void more_licences_used_is_better_and_levels_off_at_both_ends() {
        check(linear(.2, 0, .8, 100), .1, 0, .5, 50, .6, 66.6667, 1.2, 100);
    }

    @Test
    void a_longer_silence_is_worse() {
        check(linear(7, 100, 60, 0), 3, 100, 22, 71.6981, 90, 0);
    }

    @Test
    void too_few_tickets_and_too_many_are_both_bad() {
        var curve = linear(0, 40, 2, 100, 6, 100, 15, 0);

        check(curve, 0, 40, 1, 70, 4, 100, 6.6667, 92.5922, 60 / 9.0, 92.5926, 10.5, 50, 20, 0);
    }

    @Test
    void onboarding_can_be_suspiciously_short_and_too_long() {
        check(linear(0, 40, 14, 100, 60, 100, 120, 30), 5, 61.4286, 95, 59.1667);
    }

    @Test
    void a_kink_at_thirty_days_past_due_belongs_to_both_sides() {
        check(linear(0, 100, 30, 60, 60, 0), 15, 80, 30, 60, 31, 58, 45, 30);
    }

    @Test
    void a_promoter_balance_of_zero_is_fifty_points() {
        check(linear(-100, 0, 100, 100), -100, 0, 0, 50, 30, 65, 100, 100);
    }

    @Test
    void a_step_belongs_to_the_upper_side_of_its_border() {
        var curve = new Curve.Steps(knots(5, 100, 2, 50, Double.NEGATIVE_INFINITY, 0));

        check(curve, 5, 100, 4.999, 50, 2, 50, 1.999, 0, -1e9, 0, 1e9, 100);
    }

    @Test
    void steps_that_leave_a_gap_are_refused() {
        assertThatThrownBy(() -> new Curve.Steps(knots(5, 100, 2, 50)))
                .isInstanceOf(Refusal.class)
                .hasMessage("Steps end with 'otherwise', so that every value has points.");
    }

    @Test
    void an_unknown_category_has_no_points_which_is_not_zero_points() {
        var pulse = new Curve.Category(knots(0, 0, 50, 50, 100, 100));

        check(pulse, 0, 0, 50, 50, 100, 100);
        assertThat(pulse.points(25)).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void points_stay_between_zero_and_a_hundred() {
        check(new Curve.Identity(), 64.5, 64.5, -3, 0, 120, 100);
    }

    @Test
    void knots_that_do_not_rise_are_refused() {
        assertThatThrownBy(() -> linear(1, 0, 1, 100)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Curve.Linear(List.of())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> linear(0, 0, 1, 101)).isInstanceOf(Refusal.class);
    }

    private static void check(Curve.Drawn curve, double... valuesAndPoints) {
        for (int i = 0; i < valuesAndPoints.length; i += 2) {
            assertThat(curve.points(valuesAndPoints[i]).orElseThrow())
                    .as("points at %s", valuesAndPoints[i])
                    .isEqualTo(valuesAndPoints[i + 1], within(5e-5));
        }
    }
}
