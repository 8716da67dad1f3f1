package dev.keepwell.screen.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.screen.health.Spread.Stroke;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How numbers of accounts become bars.
class SpreadTest {

    private static final Spread.Labels BINS =
            new Spread.Labels() {
                @Override
                public String label(int bin) {
                    return "bin " + bin;
                }

                @Override
                public @Nullable String address(int bin) {
                    return null;
                }
            };

    @Test
    void bars_and_the_outline_are_measured_by_the_same_scale() {
        var spread = Spread.of(List.of(0L, 4L), List.of(2L, 0L), BINS);

        assertThat(spread.bars().getLast().box().height()).isEqualTo("100.000%");
        assertThat(spread.outline())
                .containsExactly(
                        new Stroke("0.000%", "100.000%", "0.000%", "50.000%"),
                        new Stroke("0.000%", "50.000%", "50.000%", "50.000%"),
                        new Stroke("50.000%", "50.000%", "50.000%", "100.000%"));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "3, 3", "4, 4", "5, 6", "120, 150", "100000, 100000"})
    void the_scale_ends_with_a_round_number_that_all_bars_fit_under(long most, String top) {
        var spread = Spread.of(List.of(most), List.of(), BINS);

        assertThat(spread.ticks().getLast().label().replace(",", "")).isEqualTo(top);
        assertThat(spread.ticks().size()).isLessThanOrEqualTo(4);
    }
}
