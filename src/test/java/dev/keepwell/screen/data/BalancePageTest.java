package dev.keepwell.screen.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.source.event.Balance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the balance says when it is one, and when it is not.
class BalancePageTest {

    @Test
    void sources_add_up_to_the_total_and_what_is_open_is_told_beside_it() {
        var page =
                BalancePage.of(
                        List.of(
                                new Balance.Line("app", 1_200, 1, 1_190, 6, 0, 3, 1),
                                new Balance.Line("sdk", 10, 0, 8, 2, 2, 0, 0)),
                        Map.of("app", 2L),
                        List.of());

        assertThat(page.differences()).isEmpty();
        assertThat(page.total().received()).isEqualTo("1,210");
        assertThat(page.total().duplicate()).isEqualTo("8");
        assertThat(page.lines().getFirst().open()).isEqualTo("2");
        assertThat(page.lines().getLast().isConflicting()).isTrue();
    }

    @Test
    void what_differs_is_said_by_name_and_number() {
        var page =
                BalancePage.of(
                        List.of(
                                new Balance.Line("app", 10, 0, 7, 0, 0, 0, 0),
                                new Balance.Line("sdk", 1, 0, 2, 0, 0, 0, 0)),
                        Map.of(),
                        List.of());

        assertThat(page.differences())
                .containsExactly(
                        "app received 10 events and 7 are accounted for: 3 are missing.",
                        "sdk received 1 events and 2 are accounted for: 1 too many.");
        assertThat(page.lines()).noneMatch(BalancePage.Line::isBalanced);
    }

    @Test
    void days_without_any_are_gaps_and_the_tallest_fills_the_height() {
        var bars = DayBars.of(List.of(0L, 4L, 0L, 1L));

        assertThat(bars.bars())
                .containsExactly(new DayBars.Bar(6, 0, 16), new DayBars.Bar(18, 12, 4));
        assertThat(bars.label()).isEqualTo("5 in the last 4 days, 1 of them today");
    }
}
