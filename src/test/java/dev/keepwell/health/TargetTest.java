package dev.keepwell.health;

import static dev.keepwell.health.Given.knots;
import static dev.keepwell.health.Given.linear;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class TargetTest {

    private static final double OTHERWISE = Double.NEGATIVE_INFINITY;

    @Test
    void a_rising_line_wants_at_least_a_value() {
        assertThat(target(linear(0.02, 0, 0.40, 100), 85, 0.2)).isEqualTo("AT_LEAST 0.343 for 85");
    }

    @Test
    void a_falling_line_wants_at_most_a_value() {
        assertThat(target(linear(7, 100, 60, 0), 85, 60)).isEqualTo("AT_MOST 14.95 for 85");
    }

    @Test
    void a_tent_is_entered_from_the_side_one_stands_on() {
        var tickets = linear(0, 40, 2, 100, 6, 100, 15, 0);

        assertThat(target(tickets, 85, 10.5)).isEqualTo("AT_MOST 7.35 for 85");
        assertThat(target(tickets, 85, 0.5)).isEqualTo("AT_LEAST 1.5 for 85");
    }

    @Test
    void steps_give_the_first_value_that_suffices() {
        var rising = new Curve.Steps(knots(10, 100, 5, 60, OTHERWISE, 0));
        var falling = new Curve.Steps(knots(10, 0, 5, 60, OTHERWISE, 90));

        assertThat(target(rising, 50, 1)).isEqualTo("AT_LEAST 5.0 for 60.0");
        assertThat(target(rising, 85, 1)).isEqualTo("AT_LEAST 10.0 for 100.0");
        assertThat(target(falling, 85, 12)).isEqualTo("BELOW 5.0 for 90.0");
    }

    @Test
    void a_category_gives_the_lowest_answer_that_suffices() {
        var pulse = new Curve.Category(knots(0, 0, 50, 50, 100, 100));

        assertThat(target(pulse, 40, 0)).isEqualTo("EXACTLY 50.0 for 50.0");
        assertThat(target(pulse, 85, 0)).isEqualTo("EXACTLY 100.0 for 100.0");
    }

    @Test
    void a_curve_that_never_gets_there_has_no_target() {
        assertThat(target(linear(0, 0, 10, 80), 85, 3)).isEqualTo("none");
        assertThat(target(new Curve.Category(knots(0, 0, 1, 50)), 85, 0)).isEqualTo("none");
        assertThat(target(new Curve.Identity(), 101, 0)).isEqualTo("none");
    }

    private static String target(Curve.Drawn curve, int points, double from) {
        return Target.of(curve, BigDecimal.valueOf(points), from)
                .map(it -> "%s %s for %s".formatted(it.side(), it.value(), it.points()))
                .orElse("none");
    }
}
