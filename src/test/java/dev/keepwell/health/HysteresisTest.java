package dev.keepwell.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.health.Hysteresis.State;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class HysteresisTest {

    private static final Hysteresis MACHINE = new Hysteresis(Bands.DEFAULT);

    @Test
    void a_slow_decline_with_a_recovery_and_a_fall() {
        double[] scores = {78, 76, 74.5, 73.6, 74.8, 74.9, 74.2, 72.9, 76, 77.5, 61, 44};

        assertThat(plain(scores)).isEqualTo("GGYYYYYYGGYR");
        assertThat(published(scores)).isEqualTo("GGGGYYYYYGYR");
    }

    @Test
    void a_straight_fall_waits_only_just_below_red() {
        assertThat(published(80, 76, 72, 63, 54, 49, 49.5, 49.9)).isEqualTo("GGYYYYYR");
    }

    @Test
    void a_score_that_trembles_on_the_border_keeps_its_band() {
        double[] scores = {75.5, 74.9, 75.1, 74.9, 75.1, 74.9, 75.1};

        assertThat(plain(scores)).isEqualTo("GYGYGYG");
        assertThat(published(scores)).isEqualTo("GGGGGGG");
    }

    @Test
    void a_shock_moves_down_at_once_and_the_way_back_needs_two_points() {
        assertThat(published(78, 66, 75, 77)).isEqualTo("GYYG");
    }

    @Test
    void a_fall_of_ten_points_within_a_day_needs_no_waiting() {
        assertThat(published(60, 49.9)).isEqualTo("YR");
        assertThat(published(59.8, 49.9)).isEqualTo("YY");
    }

    @Test
    void a_missing_day_freezes_the_count_and_hides_no_shock() {
        var friday = day(new State.Fresh(), 0, 60);
        var monday = day(friday, 3, 49.9);
        var tuesday = day(monday, 5, 49.9);
        var thursday = day(tuesday, 7, 49.9);

        assertThat(monday).isEqualTo(since(3, Band.YELLOW, 1));
        assertThat(tuesday).isEqualTo(since(5, Band.YELLOW, 2));
        assertThat(thursday).isEqualTo(since(7, Band.RED, 0));
    }

    @Test
    void after_grey_the_plain_band_counts_from_the_first_day() {
        assertThat(day(new State.Fresh(), 1, 74.9).published()).isEqualTo(Band.YELLOW);
    }

    @Test
    void a_cap_that_takes_away_no_points_still_sets_the_band() {
        var green = day(new State.Fresh(), 0, 76);

        var capped = MACHINE.next(green, Given.TODAY.plusDays(1), 74.5, Band.YELLOW);

        assertThat(capped.published()).isEqualTo(Band.YELLOW);
    }

    private static State.Since since(int day, Band published, int waited) {
        return new State.Since(Given.TODAY.plusDays(day), 49.9, Band.RED, published, waited);
    }

    private static State.Since day(State before, int day, double capped) {
        return MACHINE.next(before, Given.TODAY.plusDays(day), capped, Band.GREEN);
    }

    private static String plain(double... scores) {
        return DoubleStream.of(scores)
                .mapToObj(it -> Bands.DEFAULT.of(it).name().substring(0, 1))
                .collect(Collectors.joining());
    }

    private static String published(double... scores) {
        State state = new State.Fresh();
        var bands = new StringBuilder();
        for (int i = 0; i < scores.length; i++) {
            var next = day(state, i, scores[i]);
            bands.append(next.published().name().charAt(0));
            state = next;
        }
        return bands.toString();
    }
}
