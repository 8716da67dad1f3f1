package dev.keepwell.health;

import static dev.keepwell.health.Given.TODAY;
import static dev.keepwell.health.Given.group;
import static dev.keepwell.health.Given.is;
import static dev.keepwell.health.Given.measure;
import static dev.keepwell.health.Given.model;
import static dev.keepwell.health.Given.score;
import static dev.keepwell.health.Given.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FadingTest {

    private static final Fading PULSE = new Fading.After(30, List.of(0.0));
    private static final Model MODEL =
            model(
                    group(
                            "sentiment",
                            1,
                            measure("csm_pulse", 60, Given.IDENTITY, PULSE),
                            measure("nps", 40)));

    @Test
    void an_old_pulse_counts_for_half() {
        assertThat(raw(100, 45)).isEqualTo(65.7143, within(5e-5));
        assertThat(raw(100, 12)).isEqualTo(76.0, within(1e-9));
    }

    @Test
    void a_red_pulse_does_not_fade_and_says_so() {
        var anatomy = judged(0, 45);

        assertThat(scored(anatomy).raw()).isEqualTo(16.0, within(1e-9));
        assertThat(anatomy.warnings()).containsExactly("stale_red:csm_pulse");
        assertThat(judged(0, 30).warnings()).isEmpty();
        assertThat(raw(0, 400)).isEqualTo(16.0, within(1e-9));
    }

    @Test
    void freshness_falls_in_a_line_and_ends_at_twice_the_age() {
        assertThat(List.of(12, 30, 31, 45, 59, 60, 61))
                .map(it -> PULSE.freshness(it, 50))
                .containsExactly(1.0, 1.0, 29 / 30.0, .5, 1 / 30.0, 0.0, 0.0);
    }

    @Test
    void an_expired_pulse_is_missing_by_name() {
        var anatomy = judged(100, 60);

        assertThat(anatomy.warnings()).containsExactly("expired:csm_pulse");
        assertThat(anatomy.coverage()).isZero();
    }

    private static Anatomy judged(double pulse, int ageDays) {
        return score(MODEL, is("csm_pulse", pulse, TODAY.minusDays(ageDays)), is("nps", 40));
    }

    private static double raw(double pulse, int ageDays) {
        return scored(judged(pulse, ageDays)).raw();
    }
}
