package dev.keepwell.health;

import static dev.keepwell.health.Given.group;
import static dev.keepwell.health.Given.is;
import static dev.keepwell.health.Given.measure;
import static dev.keepwell.health.Given.model;
import static dev.keepwell.health.Given.unknown;
import static dev.keepwell.health.Given.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.health.Anatomy.ActiveCap;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CapTest {

    /// The caps of the default model over a score that the test sets directly.
    private static final Model MODEL =
            model(Given.defaultModel().caps(), group("usage", 1, measure("usage_score", 1)));

    @Test
    void an_invoice_thirty_days_late_is_tolerated_and_one_of_thirty_one_is_not() {
        assertThat(judged(82.34, 30, Map.of()).verdict())
                .isEqualTo(new Verdict.Scored(82.34, 82.3, 82.3, 82.3, Band.GREEN, Band.GREEN));
        assertThat(judged(82.34, 31, Map.of()).verdict())
                .isEqualTo(new Verdict.Scored(82.34, 82.3, 74.9, 74.9, Band.YELLOW, Band.YELLOW));
    }

    @Test
    void the_lowest_of_several_caps_binds() {
        var anatomy = judged(82.34, 31, Map.of("cancel_notice", true));

        assertThat(anatomy.verdict())
                .isEqualTo(new Verdict.Scored(82.34, 82.3, 49.9, 49.9, Band.RED, Band.RED));
        assertThat(anatomy.caps())
                .containsExactly(
                        new ActiveCap("late_invoice", Band.YELLOW, false),
                        new ActiveCap("cancel_notice", Band.RED, true));
    }

    @Test
    void a_score_below_its_cap_is_not_raised_and_no_cap_binds() {
        var anatomy = judged(40, 0, Map.of("red_pulse", true));

        assertThat(Given.scored(anatomy).capped()).isEqualTo(40);
        assertThat(anatomy.caps()).containsExactly(new ActiveCap("red_pulse", Band.YELLOW, false));
    }

    @Test
    void a_sponsor_who_left_weighs_more_when_the_renewal_is_near() {
        var departed = Map.of("sponsor_departed", true, "renewal_within_120_days", false);
        var near = Map.of("sponsor_departed", true, "renewal_within_120_days", true);

        assertThat(judged(90, 0, departed).band()).isEqualTo(Band.YELLOW);
        assertThat(judged(90, 0, near).band()).isEqualTo(Band.RED);
    }

    @Test
    void what_nobody_observed_triggers_nothing() {
        var dark =
                Scoring.score(
                        version(MODEL),
                        Given.facts(
                                is("usage_score", 90),
                                unknown("max_days_past_due", Status.SOURCE_MISSING)),
                        Given.FRESH);

        assertThat(dark.caps()).isEmpty();
        assertThat(dark.band()).isEqualTo(Band.GREEN);
    }

    @Test
    void a_cap_sets_the_band_at_once_and_lifts_at_once() {
        var green = judged(76, 0, Map.of());
        var capped = next(green, 76, Map.of("red_pulse", true));
        var lifted = next(capped, 77, Map.of("red_pulse", false));

        assertThat(capped.band()).isEqualTo(Band.YELLOW);
        assertThat(lifted.band()).isEqualTo(Band.GREEN);
    }

    private static Anatomy judged(double score, double daysPastDue, Map<String, Boolean> holds) {
        return Scoring.score(version(MODEL), facts(score, daysPastDue, holds), Given.FRESH);
    }

    private static Anatomy next(Anatomy before, double score, Map<String, Boolean> holds) {
        var today = facts(score, 0, holds);
        var tomorrow =
                new Facts(
                        today.account(),
                        before.day().plusDays(1),
                        today.observations(),
                        today.conditions(),
                        today.beside());
        return Scoring.score(version(MODEL), tomorrow, before.state());
    }

    private static Facts facts(double score, double daysPastDue, Map<String, Boolean> holds) {
        Observation late = is("max_days_past_due", daysPastDue);
        return Given.facts(holds, is("usage_score", score), late);
    }
}
