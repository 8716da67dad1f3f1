package dev.keepwell.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

/// An analyst's file is told by line what is wrong with it, and counts once nothing is.
class InspectionTest {

    private static final String PLACE = "catalog/metrics/own/busy_days.sql";

    @TempDir Path home;

    private String file = "";

    @BeforeEach
    void template() throws IOException {
        file =
                new ClassPathResource("metric-template.sql")
                        .getContentAsString(StandardCharsets.UTF_8)
                        .replace("{id}", "busy_days")
                        .replace("{title}", "Busy days")
                        .replace("{owner}", "analytics");
    }

    @Test
    void what_a_new_metric_starts_from_keeps_every_rule() {
        assertThat(Inspection.of(PLACE, file)).isEmpty();
    }

    @Test
    void a_wrong_word_is_told_with_its_line_and_the_right_one() {
        assertThat(Inspection.of(PLACE, file.replace("window:", "windows:")))
                .containsExactly(PLACE + ":9  unknown key 'windows'. Did you mean 'window'?");
        assertThat(Inspection.of(PLACE, file.replace("unit:     days", "unit:     dayz")))
                .singleElement()
                .asString()
                .startsWith(PLACE + ":6  'unit' is one of ");
        assertThat(Inspection.of(PLACE, file.replace("use the product?", "use the product.")))
                .containsExactly(PLACE + ":4  the question ends in '?'.");
        assertThat(Inspection.of(PLACE, file.replace("bounds:   [", "bounds:   [[")))
                .singleElement()
                .asString()
                .startsWith(PLACE + ":14  ");
    }

    @Test
    void a_fact_that_no_query_uses_is_no_source_of_it() {
        assertThat(
                        Inspection.of(
                                PLACE,
                                file.replace(
                                        "[fact.account_day]", "[fact.account_day, fact.invoice]")))
                .containsExactly(PLACE + ":10  reads fact.invoice, but no query uses it.");
    }

    @Test
    void a_query_that_does_not_run_is_told_on_its_line() {
        assertThat(Inspection.of(PLACE, file.replace("account_day.events > 0", "eventss > 0")))
                .singleElement()
                .asString()
                .startsWith(PLACE + ":30  Binder Error");
    }

    @Test
    void what_another_engine_would_read_otherwise_is_told_on_its_line() {
        assertThat(Inspection.of(PLACE, file.replace("count(*) as value", "sum(1) / 1 as value")))
                .singleElement()
                .asString()
                .startsWith(
                        PLACE + ":25  what '/' gives depends on the engine. Write divided(a, b)");
    }

    @Test
    void an_example_that_comes_out_otherwise_says_what_came_out() {
        assertThat(Inspection.of(PLACE, file.replace("start_day\n", "start_day - 1\n")))
                .containsExactly(
                        PLACE
                                + ":35  'the eighth day back is out, and a group adds up':"
                                + " value of acorn is '3', not '2'.",
                        PLACE
                                + ":35  'the eighth day back is out, and a group adds up':"
                                + " value of (all) is '4', not '3'.");
    }

    @Test
    void a_ratio_returns_two_numbers() {
        assertThat(Inspection.of(PLACE, file.replace("kind:     count", "kind:     ratio")))
                .containsExactly(
                        PLACE + ":5  a ratio returns numerator and denominator, not value.");
    }

    @Test
    void a_file_of_the_home_counts_as_soon_as_it_is_there_and_not_when_it_is_broken()
            throws IOException {
        var catalogue = Catalogue.packaged().with(home);
        assertThat(catalogue.find(new MetricName("busy_days"))).isEmpty();

        var path = home.resolve("busy_days.sql");
        Files.writeString(path, file);
        assertThat(catalogue.named("busy_days").meaning().title()).isEqualTo("Busy days");

        Files.writeString(path, file.replace("window:", "windows:"));
        Files.setLastModifiedTime(path, FileTime.fromMillis(1_700_000_000_000L));
        assertThat(catalogue.find(new MetricName("busy_days"))).isEmpty();
        assertThatThrownBy(() -> catalogue.named("busy_days"))
                .hasMessageContaining("unknown key 'windows'");
    }
}
