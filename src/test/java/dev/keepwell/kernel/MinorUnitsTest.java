package dev.keepwell.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinorUnitsTest {

    @ParameterizedTest(name = "{0} of {1} are {2}")
    @CsvSource({
        "12345, usd, 123.45",
        "12345, jpy, 12345",
        "12345, KWD, 12.345",
        "500, isk, 5",
        "500, ugx, 5",
        "500, mga, 500",
        "0.5, usd, 0.005",
        "-250, eur, -2.5"
    })
    void stripe_counts_in_the_smallest_unit_it_knows(
            BigDecimal minor, String currency, BigDecimal major) {
        assertThat(MinorUnits.major(minor, currency)).isEqualByComparingTo(major);
    }

    @Test
    void a_currency_without_units_is_unknown() {
        for (var code : new String[] {"XAU", "dollars", ""}) {
            assertThatThrownBy(() -> MinorUnits.digits(code))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("ISO 4217");
        }
    }
}
