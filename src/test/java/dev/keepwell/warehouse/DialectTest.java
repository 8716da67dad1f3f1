package dev.keepwell.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.lake.DuckDb;
import dev.keepwell.workspace.Conventions;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where engines silently differ, this one is pinned to what the catalogue counts on.
class DialectTest {

    @ParameterizedTest(name = "23:30 UTC on 1 March is {1} in {0}")
    @CsvSource({
        "UTC, 2025-03-01",
        "America/New_York, 2025-03-01",
        "Asia/Tokyo, 2025-03-02",
        "Europe/Berlin, 2025-03-02"
    })
    void a_day_is_a_date_where_the_reporting_is_done(String zone, LocalDate day) {
        assertThat(day(zone, "2025-03-01 23:30:00+00")).isEqualTo(day.toEpochDay());
    }

    /// 2025-03-30 is 23 hours long in Berlin, and still one day.
    @ParameterizedTest(name = "{0} is {1} in Berlin")
    @CsvSource({
        "2025-03-29 23:00:00+00, 2025-03-30",
        "2025-03-30 21:59:59+00, 2025-03-30",
        "2025-03-30 22:00:00+00, 2025-03-31"
    })
    void a_short_day_is_a_day(String moment, LocalDate day) {
        assertThat(day("Europe/Berlin", moment)).isEqualTo(day.toEpochDay());
    }

    @Test
    void a_sum_of_decimals_stays_exact_in_whatever_order() {
        try (var facts = facts("UTC")) {
            var sum = "select sum(cast(0.1 as decimal(18, 4))) from range(1000000)";
            assertThat(facts.query(sum, (row, _) -> row.getBigDecimal(1)).getFirst())
                    .isEqualByComparingTo("100000");
        }
    }

    private static long day(String zone, String moment) {
        try (var facts = facts(zone)) {
            var sql = "select day_number(local_day(timestamptz '%s'))".formatted(moment);
            return facts.query(sql, (row, _) -> row.getLong(1)).getFirst();
        }
    }

    private static BuiltFacts facts(String zone) {
        var engine = new DuckDbEngine(DuckDb.open(DuckDb.Bounds.SMALL));
        return new BuiltFacts(engine, FactFiles.packaged(), List.of(), Origin::here)
                .prepare(Conventions.of(zone, "USD", 1), new TreeSet<>());
    }
}
