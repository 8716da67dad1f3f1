package dev.keepwell.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest(name = "{0} minor units of {1} are {2}")
    @CsvSource({"12345, USD, 123.45", "12345, JPY, 12345", "12345, KWD, 12.345"})
    void minor_units_are_counted_as_the_currency_does(long minor, String code, String amount) {
        assertThat(Money.ofMinorUnits(minor, code).amount()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest(name = "{0} {1} is printed {2}")
    @CsvSource({"5450, USD, 5450.00", "434.5238, USD, 434.5238", "5450.0, JPY, 5450"})
    void printing_loses_nothing(String amount, String code, String printed) {
        assertThat(new Money(new BigDecimal(amount), code).printed()).isEqualTo(printed);
    }

    @Test
    void a_currency_is_an_iso_code() {
        assertThatThrownBy(() -> new Money(BigDecimal.ONE, "usd")).hasMessageContaining("ISO 4217");
        assertThatThrownBy(() -> new Money(BigDecimal.ONE, "Dollar"))
                .hasMessageContaining("ISO 4217");
    }
}
