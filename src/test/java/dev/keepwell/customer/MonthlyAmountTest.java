package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthlyAmountTest {

    @ParameterizedTest
    @CsvSource({
        "1200, year, 1, 100.0000",
        "1500, quarter, 1, 500.0000",
        "3000, half_year, 1, 500.0000",
        "100, week, 1, 434.5238",
        "100, day, 7, 434.5238",
        "10, day, 1, 304.1667",
        "100, day, 30, 101.3889",
        "27000, month, 18, 1500.0000",
        "48000, year, 2, 2000.0000"
    })
    void a_price_is_spread_over_a_year_of_twelve_months(
            BigDecimal price, String unit, long count, BigDecimal amount) {
        assertThat(MonthlyAmount.of(price, unit, count)).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"12, 40, 0.1, 0, 432.0000", "12, 40, 0, 30, 450.0000"})
    void discounts_are_taken_off(
            BigDecimal seats, BigDecimal each, BigDecimal share, BigDecimal fixed, BigDecimal due) {
        var price = MonthlyAmount.price(seats, each, share, fixed);

        assertThat(MonthlyAmount.of(price, "month", 1)).isEqualTo(due);
    }
}
