package dev.keepwell.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Kaplan and Meier, in the engine.
class SurvivalTest {

    private static final String ONBOARDINGS = "20+ 35+ 50+ 40 70 30";
    private static final String FIRST_VALUES = "5+ 9+ 14+ 28+ 21";

    @Test
    void unfinished_cases_push_the_median_beyond_the_mean_of_the_finished() {
        assertThat(median(ONBOARDINGS)).isEqualTo(50);
        assertThat(mean(ONBOARDINGS, 60)).isCloseTo(45.0, within(1e-9));
        assertThat(median(FIRST_VALUES)).isEqualTo(14);
        assertThat(mean(FIRST_VALUES, 30)).isCloseTo(16.8, within(1e-9));
    }

    @Test
    void a_mean_stops_where_nobody_was_seen_any_more() {
        assertThat(mean("10+ 20", 100)).isCloseTo(mean("10+ 20", 20), within(1e-9));
        assertThat(mean("10+ 20", null)).isCloseTo(15.0, within(1e-9));
        assertThat(mean("10 20+", 100)).isCloseTo(20.0, within(1e-9));
    }

    @Test
    void nobody_who_ended_gives_no_median_and_nobody_at_all_nothing() {
        assertThat(median("10 20")).isNull();
        assertThat(mean("10 20", null)).isCloseTo(20.0, within(1e-9));
        assertThat(median("")).isNull();
        assertThat(mean("", null)).isNull();
    }

    @Test
    void an_end_on_the_first_day_takes_no_time() {
        assertThat(median("0+ 0+ 4")).isZero();
        assertThat(mean("0+ 0+ 4", 3)).isCloseTo(1.0, within(1e-9));
    }

    @Test
    void who_is_lost_from_sight_on_a_day_was_at_risk_on_it() {
        assertThat(mean("10+ 10", 10)).isCloseTo(10.0, within(1e-9));
        assertThat(mean("10+ 10 20", 20)).isCloseTo(10 + 10 * 2 / 3.0, within(1e-9));
    }

    @Test
    void thousands_of_stays_take_no_time() {
        var begun = System.nanoTime();

        ask(
                """
                with observed as (
                    select
                        0 as period_id, range % 3 as entity_id,
                        cast(range * 7919 % 2003 as integer) as days, range % 2 = 0 as ended
                    from range(30000)
                )
                select median from survival(observed, 1825)
                """);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    private static @Nullable Double median(String cases) {
        return ask("median", cases, null);
    }

    private static @Nullable Double mean(String cases, @Nullable Integer horizon) {
        return ask("mean", cases, horizon);
    }

    /// `20+` ended after twenty days; `40` was still open then.
    private static @Nullable Double ask(String what, String cases, @Nullable Integer horizon) {
        var all =
                List.of(cases.split(" ")).stream()
                        .filter(it -> !it.isEmpty())
                        .map(it -> "(%s, %s)".formatted(it.replace("+", ""), it.endsWith("+")))
                        .toList();
        var values = all.isEmpty() ? "(1, true)" : String.join(", ", all);
        return ask(
                """
                with observed as (
                    select 0 as period_id, 'company' as entity_id, days, ended
                    from (values %s) as seen(days, ended)
                    where %s
                )
                select %s from survival(observed, %s)
                """
                        .formatted(values, !all.isEmpty(), what, horizon));
    }

    private static @Nullable Double ask(String query) {
        try (var facts = GivenFacts.open(List.of(), new TreeSet<>(), Map.of())) {
            return facts
                    .query(
                            query,
                            (row, _) -> {
                                var value = row.getDouble(1);
                                return row.wasNull() ? Double.valueOf(Double.NaN) : value;
                            })
                    .stream()
                    .filter(it -> !it.isNaN())
                    .findFirst()
                    .orElse(null);
        }
    }
}
