package dev.keepwell.screen.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Printed parts add up to the printed whole.
class PrintedTest {

    @Test
    void the_lines_of_a_change_add_up_with_one_decimal() {
        var lines = List.of(-11.295918, -0.673469, -6.642857, -5.765306, 0.091837);

        assertThat(Printed.of(lines, 1))
                .containsExactly(
                        number("-11.3"),
                        number("-0.7"),
                        number("-6.6"),
                        number("-5.8"),
                        number("0.1"));
    }

    @Test
    void parts_follow_a_whole_that_was_printed_before_them() {
        assertThat(Printed.of(List.of(0.333, 0.333, 0.333), number("1.01"), 2))
                .containsExactly(number("0.34"), number("0.34"), number("0.33"));
        assertThat(Printed.of(List.of(0.50, 0.50), number("0.99"), 2))
                .containsExactlyInAnyOrder(number("0.50"), number("0.49"));
        assertThat(Printed.of(List.of(), number("0.00"), 2)).isEmpty();
    }

    @Property
    void every_part_is_within_one_digit_and_the_sum_is_the_rounded_sum(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = -50, max = 50) Double> parts) {
        var printed = Printed.of(parts, 2);

        var exact =
                parts.stream()
                        .map(it -> BigDecimal.valueOf(it).setScale(9, RoundingMode.HALF_UP))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var sum = printed.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum.subtract(exact).abs()).isLessThanOrEqualTo(number("0.00500001"));
        for (int i = 0; i < parts.size(); i++) {
            assertThat(printed.get(i).doubleValue() - parts.get(i))
                    .isBetween(-0.0100001, 0.0100001);
        }
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
