package dev.keepwell.screen.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Metric;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Observations.Seen;
import dev.keepwell.metric.Status;
import dev.keepwell.metric.WorkedExample;
import dev.keepwell.screen.metric.Extremes.Gap;
import dev.keepwell.screen.metric.Extremes.Row;
import dev.keepwell.screen.metric.Formula.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What the page of a metric says, drawn from the catalogue that ships.
class MetricPageRecordsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 31);

    private final Catalogue catalogue = Catalogue.packaged();

    @Test
    void a_formula_names_what_the_query_divides() {
        var formula = Formula.of(catalogue.named("arpa"));

        assertThat(formula.words())
                .isEqualTo(
                        "numerator ÷ denominator. A group adds the parts of its accounts first and"
                                + " divides last.");
        assertThat(formula.roles())
                .extracting(Role::name)
                .containsExactly("numerator", "denominator");
    }

    @Test
    void every_metric_has_a_page() {
        assertThat(catalogue.files())
                .allSatisfy(file -> {
                    var page = MetricPage.of(file, catalogue);
                    assertThat(page.examples()).hasSizeGreaterThanOrEqualTo(2);
                    assertThat(page.formula().words()).isNotBlank();
                    assertThat(page.formula().roles())
                            .allSatisfy(it -> assertThat(it.expression()).isNotBlank());
                });
    }

    @Test
    void a_worked_example_keeps_its_day_and_its_gaps() {
        var example = WorkedExample.all(catalogue.file("dau_mau_ratio")).getLast();

        assertThat(example.setting())
                .containsExactly(new WorkedExample.Setting("as of", "2025-03-31"));
        assertThat(example.expect())
                .isEqualTo(
                        new WorkedExample.Table(
                                "expect",
                                List.of("entity", "value", "status"),
                                List.of(
                                        List.of("acorn", "", "ZERO_DENOMINATOR"),
                                        List.of("(all)", "", "ZERO_DENOMINATOR"))));
    }

    @Test
    void a_window_is_written_as_the_file_has_it() {
        assertThat(List.of("dau", "mrr", "mrr_movement", "dau_mau_ratio"))
                .extracting(it -> catalogue.named(it).rules().window().word())
                .containsExactly(
                        "1 day fixed", "instant", "period month", "monthly_active_days fixed");
    }

    @Test
    void the_worst_stand_apart_from_the_best_and_the_unknown_from_both() {
        var extremes = extremes("dau_mau_ratio");

        assertThat(extremes.first())
                .isEqualTo(new Extremes.Table("Worst", List.of(new Row("a", "a", "10.0 %"))));
        assertThat(extremes.last())
                .isEqualTo(
                        new Extremes.Table(
                                "Best",
                                List.of(new Row("c", "c", "30.0 %"), new Row("b", "b", "20.0 %"))));
        assertThat(extremes.gaps()).containsExactly(new Gap("Nothing to divide by", 1));
        assertThat(extremes.summary()).isEqualTo("3 of 4 customers have a value to go by.");
    }

    @Test
    void where_less_is_better_the_highest_is_the_worst() {
        var extremes = extremes("max_days_past_due");

        assertThat(extremes.first().rows()).extracting(Row::id).containsExactly("c");
        assertThat(extremes.last().rows()).extracting(Row::id).containsExactly("a", "b");
    }

    @Test
    void a_value_of_too_few_cases_is_at_neither_end() {
        var metric = catalogue.named("csat");
        var single =
                new Observation.Measured(
                        metric.name(), Status.INSUFFICIENT_SAMPLE, 100, DAY, "survey_response");

        var extremes =
                Extremes.of(List.of(seen("a", single)), new Extremes.Pen(metric, Map.of(), "USD"));

        assertThat(extremes.first().rows()).isEmpty();
        assertThat(extremes.last().rows()).isEmpty();
        assertThat(extremes.gaps()).containsExactly(new Gap("Too few answers", 1));
    }

    private Extremes extremes(String name) {
        var metric = catalogue.named(name);
        var seen = new ArrayList<Seen>();
        for (var it : List.of("a", "b", "c")) {
            var value = (it.charAt(0) - 'a' + 1) / 10.0;
            seen.add(seen(it, measured(metric, value)));
        }
        seen.add(seen("d", new Observation.Unknown(metric.name(), Status.ZERO_DENOMINATOR)));
        return Extremes.of(seen, new Extremes.Pen(metric, Map.of(), "USD"));
    }

    private static Observation measured(Metric metric, double value) {
        return new Observation.Measured(metric.name(), Status.OK, value, DAY, "usage_event");
    }

    private static Seen seen(String account, Observation observation) {
        return new Seen(
                DAY,
                new AccountId(account),
                List.of(observation),
                new TreeMap<>(),
                new TreeMap<>());
    }
}
