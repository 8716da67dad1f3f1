package dev.keepwell.health;

import static dev.keepwell.health.Given.TODAY;
import static dev.keepwell.health.Given.is;
import static dev.keepwell.health.Given.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.health.ManualOverride.Order;
import dev.keepwell.kernel.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ManualOverrideTest {

    private static final ModelVersion MODEL =
            Given.version(
                    Given.model(
                            Given.defaultModel().caps(),
                            Given.group("g", 1, Given.measure("mau", 1))));

    @Test
    void a_score_is_published_instead_and_the_steps_before_it_stay_visible() {
        var anatomy = day(0, 82.3, new Order.Score(40), Map.of(), Given.FRESH);

        assertThat(scored(anatomy))
                .isEqualTo(new Verdict.Scored(82.3, 82.3, 82.3, 40, Band.GREEN, Band.RED));
    }

    @Test
    void a_colour_is_the_nearest_score_that_has_it() {
        assertThat(published(82.3, Band.YELLOW)).isEqualTo(74.9);
        assertThat(published(82.3, Band.RED)).isEqualTo(49.9);
        assertThat(published(30, Band.GREEN)).isEqualTo(75);
        assertThat(published(60, Band.YELLOW)).isEqualTo(60);
    }

    @Test
    void nobody_talks_an_account_out_of_a_red_cap() {
        var noticed = Map.of("cancel_notice", true);

        var anatomy = day(0, 82.3, new Order.Score(90), noticed, Given.FRESH);

        assertThat(scored(anatomy).published()).isEqualTo(49.9);
        assertThat(anatomy.band()).isEqualTo(Band.RED);
    }

    @Test
    void a_yellow_cap_does_not_bind_it() {
        var open = Map.of("p1_open", true);

        assertThat(scored(day(0, 82.3, new Order.Score(90), open, Given.FRESH)).published())
                .isEqualTo(90);
    }

    /// The machine went on beneath it, so nothing jumps twice when it ends.
    @Test
    void a_raised_colour_ends_with_the_override() {
        var red = day(0, 40, null, Map.of(), Given.FRESH);
        var raised = day(1, 40, new Order.Colour(Band.GREEN), Map.of(), red.state());
        var after = day(2, 40, null, Map.of(), raised.state());

        assertThat(raised.band()).isEqualTo(Band.GREEN);
        assertThat(after.band()).isEqualTo(Band.RED);
    }

    /// Like a cap, it sets the lower band at once, and the way back is the ordinary one.
    @Test
    void a_lowered_colour_climbs_back_as_any_other() {
        var green = day(0, 76, null, Map.of(), Given.FRESH);
        var lowered = day(1, 76, new Order.Colour(Band.YELLOW), Map.of(), green.state());
        var after = day(2, 76, null, Map.of(), lowered.state());

        assertThat(lowered.band()).isEqualTo(Band.YELLOW);
        assertThat(after.band()).isEqualTo(Band.YELLOW);
    }

    /// However long it holds, and however good the score is beneath it.
    @Test
    void a_lowered_colour_stays_lowered_beneath_it() {
        var day = day(0, 90, null, Map.of(), Given.FRESH);
        for (int i = 1; i < 9; i++) {
            day = day(i, 90, new Order.Colour(Band.YELLOW), Map.of(), day.state());

            assertThat(day.state())
                    .isInstanceOfSatisfying(
                            Hysteresis.State.Since.class,
                            it -> assertThat(it.published()).isEqualTo(Band.YELLOW));
        }
    }

    @Test
    void it_holds_until_the_day_of_its_expiry() {
        var override = override(new Order.Score(40), 30);

        assertThat(override.holdsOn(TODAY.minusDays(1))).isFalse();
        assertThat(override.holdsOn(TODAY)).isTrue();
        assertThat(override.holdsOn(TODAY.plusDays(29))).isTrue();
        assertThat(override.holdsOn(TODAY.plusDays(30))).isFalse();
    }

    @Test
    void it_expires_within_ninety_days_and_has_a_reason() {
        assertThatThrownBy(() -> override(new Order.Score(40), 91)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> override(new Order.Score(40), 0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Order.Score(100.1)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Order.Score(50.05)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Order.Colour(Band.GREY)).isInstanceOf(Refusal.class);
        var order = new Order.Score(40);
        assertThatThrownBy(() -> new ManualOverride("ann", " ", order, TODAY, TODAY.plusDays(1)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void the_ledger_keeps_it() {
        var red = day(0, 40, null, Map.of(), Given.FRESH);
        var raised = day(1, 40, new Order.Colour(Band.GREEN), Map.of(), red.state());

        assertThat(AnatomyRows.of(raised).anatomy()).isEqualTo(raised);
    }

    @Test
    void a_change_has_a_line_for_it() {
        var before = day(0, 82.3, null, Map.of(), Given.FRESH);
        var after = day(1, 82.3, new Order.Score(40), Map.of(), before.state());

        var change = Attribution.between(before, after).orElseThrow();

        assertThat(change.lines())
                .filteredOn(it -> it.points() != 0)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.cause()).isEqualTo(Change.Cause.OVERRIDE);
                    assertThat(Decimals.one(it.points())).isEqualTo(-42.3);
                });
    }

    private static double published(double score, Band band) {
        return scored(day(0, score, new Order.Colour(band), Map.of(), Given.FRESH)).published();
    }

    private static Anatomy day(
            int day,
            double score,
            @Nullable Order order,
            Map<String, Boolean> holds,
            Hysteresis.State before) {
        var facts = Given.facts(holds, is("mau", score));
        var override = order == null ? null : override(order, 30);
        var on =
                new Facts(
                        facts.account(),
                        TODAY.plusDays(day),
                        facts.observations(),
                        facts.conditions(),
                        Circumstances.of(Map.of(), Map.of(), Map.of(), override));
        return Scoring.score(MODEL, on, before);
    }

    private static ManualOverride override(Order order, int days) {
        return new ManualOverride("ann", "She knows.", order, TODAY, TODAY.plusDays(days));
    }
}
