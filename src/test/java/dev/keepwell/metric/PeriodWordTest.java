package dev.keepwell.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodWordTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 5, 20);

    @ParameterizedTest(name = "{0} is {1} to {2}")
    @CsvSource({
        "2025-03, 2025-03-01, 2025-04-01",
        "2025-Q1, 2025-01-01, 2025-04-01",
        "2025, 2025-01-01, 2026-01-01",
        "ttm, 2024-05-21, 2025-05-21",
        "90d, 2025-02-20, 2025-05-21",
        "2025-02-01/2025-02-15, 2025-02-01, 2025-02-15",
        "month, 2025-05-01, 2025-06-01",
        "quarter, 2025-04-01, 2025-07-01",
        "year, 2025-01-01, 2026-01-01"
    })
    void a_period_is_half_open(String word, LocalDate start, LocalDate end) {
        assertThat(PeriodWord.parse(word, AS_OF, 1)).isEqualTo(new Period(start, end));
    }

    @ParameterizedTest(name = "{0} is {1} to {2} where the year starts in April")
    @CsvSource({
        "2025-Q1, 2024-04-01, 2024-07-01",
        "2025, 2024-04-01, 2025-04-01",
        "quarter, 2025-04-01, 2025-07-01",
        "year, 2025-04-01, 2026-04-01",
        "2025-03, 2025-03-01, 2025-04-01"
    })
    void a_fiscal_year_is_named_after_the_year_it_ends_in(
            String word, LocalDate start, LocalDate end) {
        assertThat(PeriodWord.parse(word, AS_OF, 4)).isEqualTo(new Period(start, end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-13", "2025-Q5", "0d", "2025-02-15/2025-02-01", "soon", ""})
    void anything_else_is_refused_with_the_forms_that_are_known(String word) {
        assertThatThrownBy(() -> PeriodWord.parse(word, AS_OF, 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2025-Q1");
    }
}
