package dev.keepwell.screen.api;

import dev.keepwell.customer.LooseEnds;
import dev.keepwell.customer.SenderClocks;
import dev.keepwell.metric.Metric;
import dev.keepwell.screen.quality.Check;
import dev.keepwell.screen.quality.Qualities;
import dev.keepwell.screen.quality.Quality;
import dev.keepwell.source.flow.Drift;
import dev.keepwell.source.flow.Source;
import dev.keepwell.source.flow.SourceTable;
import dev.keepwell.source.flow.Unmatched;
import dev.keepwell.warehouse.Orphans;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How good the data of a workspace is, as the API tells it.
record QualityAnswer(
        LocalDate today,
        List<Rule> checks,
        List<Freshness> freshness,
        List<Touched> tables,
        List<Field> fields,
        List<LooseEnds.End> orphans,
        List<Unmatched.Group> rowsSetAside,
        List<Drift.Change> drift,
        List<Orphans.Orphan> eventsWithoutAccount,
        List<SenderClocks.Clock> clocks,
        int duplicates) {

    private static final int DAYS = 30;

    /// From where on something is worth a look, in words.
    record Rule(String check, String threshold) {}

    /// What came into a table of a source on the last 30 days.
    record Freshness(String source, String table, String state, List<Day> days) {}

    /// What came on a day, and what to make of it: came, over, none, late or before.
    record Day(LocalDate day, String mark, long rows) {}

    /// A table, and the metrics that depend on it.
    record Touched(
            String table,
            String state,
            List<String> sources,
            @Nullable LocalDate completeUntil,
            List<String> metrics) {}

    /// How many of the current records have a value in a column.
    record Field(
            String table,
            String column,
            long records,
            long filled,
            boolean required,
            long metrics) {}

    static QualityAnswer of(Quality it, Qualities.Events events) {
        return new QualityAnswer(
                it.today(),
                Arrays.stream(Check.values())
                        .map(check -> new Rule(check.word(), check.threshold()))
                        .toList(),
                it.sources().stream()
                        .flatMap(source -> freshness(source, it.today()).stream())
                        .toList(),
                it.tables().stream().map(QualityAnswer::touched).toList(),
                it.fields().stream().flatMap(table -> fields(table).stream()).toList(),
                it.ends(),
                it.unmatched(),
                it.drift(),
                events.orphans(),
                events.clocks(),
                events.duplicates());
    }

    private static List<Freshness> freshness(Source source, LocalDate today) {
        return source.tables().stream()
                .map(it ->
                        new Freshness(
                                source.name(),
                                it.table(),
                                it.standing().word(),
                                today.minusDays(DAYS - 1L)
                                        .datesUntil(today.plusDays(1))
                                        .map(day -> day(it, day))
                                        .toList()))
                .toList();
    }

    private static Day day(SourceTable table, LocalDate day) {
        return new Day(day, table.on(day).name().toLowerCase(Locale.ROOT), table.rowsOn(day));
    }

    private static Touched touched(Quality.Touched it) {
        return new Touched(
                it.table(),
                it.standing().word(),
                it.sources(),
                it.completeUntil(),
                it.metrics().stream().map(Metric::name).map(name -> name.value()).toList());
    }

    private static List<Field> fields(Quality.Fields it) {
        return it.fields().stream()
                .map(field ->
                        new Field(
                                it.table().name(),
                                field.column().name(),
                                field.records(),
                                field.column().filled(),
                                field.column().required(),
                                field.metrics()))
                .toList();
    }
}
