package dev.keepwell.source.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each currency has its own smallest unit, and Stripe has its own opinion of some.
class StripeMoneyTest {

    @ParameterizedTest
    @CsvSource({
        "USD, 1050, 10.50",
        "JPY, 1050, 1050",
        "KWD, 1050, 1.050",
        "ISK, 1050, 10.50",
        "UGX, 1050, 10.50",
        "HUF, 1050, 10.50",
        "TWD, 1050, 10.50",
        "XOF, 1050, 1050"
    })
    void minor_units_are_those_of_the_currency(String currency, String minor, String major) {
        assertThat(StripeMoney.major(new BigDecimal(minor), currency))
                .isEqualTo(new BigDecimal(major));
    }
}
