package dev.keepwell.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    @ParameterizedTest(name = "{0} of {1} lies between {2} and {3}")
    @CsvSource({"30, 40, 0.598060, 0.858129", "0, 5, 0, 0.434482", "1, 8, 0.022417, 0.470888"})
    void wilson_is_never_wider_than_what_can_be(double k, double n, double low, double high) {
        var interval = Interval.wilson(k, n).orElseThrow();

        assertThat(interval.low()).isCloseTo(low, within(1e-6));
        assertThat(interval.high()).isCloseTo(high, within(1e-6));
    }

    @Test
    void no_cases_have_no_interval_rather_than_one_from_zero_to_zero() {
        assertThat(Interval.wilson(0, 0)).isEmpty();
        assertThat(Interval.balance(0, 0, 0)).isEmpty();
    }

    @ParameterizedTest(name = "{0} for and {1} against of {2} are {3} within {4}")
    @CsvSource({"5, 2, 10, 30, 48.408", "200, 80, 400, 30, 7.654"})
    void a_balance_counts_every_answer(
            double promoters, double detractors, double answers, double value, double margin) {
        var interval = Interval.balance(promoters, detractors, answers).orElseThrow();

        assertThat(interval.low()).isCloseTo(value - margin, within(1e-3));
        assertThat(interval.high()).isCloseTo(value + margin, within(1e-3));
    }
}
