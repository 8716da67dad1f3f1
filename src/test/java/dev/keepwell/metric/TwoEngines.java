package dev.keepwell.metric;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Reading.Result;
import dev.keepwell.recount.ImportedWorkspace;
import dev.keepwell.sample.SampleCompany;
import dev.keepwell.spark.SparkHouse;
import dev.keepwell.story.TestHouse;
import dev.keepwell.warehouse.Facts;
import dev.keepwell.warehouse.GivenCluster;
import dev.keepwell.warehouse.KeptOpen;
import dev.keepwell.warehouse.Scope;
import dev.keepwell.warehouse.Warehouse;
import dev.keepwell.workspace.Conventions;
import dev.keepwell.workspace.Workspaces;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Asks everything in the catalogue on DuckDB and on a cluster, and compares row by row.
final class TwoEngines {

    private static final Instant NOW = Instant.parse("2026-02-11T08:00:00Z");
    private static final Instant KNOWN_AT = Instant.parse("2100-01-01T00:00:00Z");
    private static final Catalogue CATALOGUE = Catalogue.packaged();
    private static final List<String> DAILY = List.of("mrr", "dau_mau_ratio", "csm_pulse");

    private final SparkHouse house;
    private final Path folder;
    private int metrics;
    private long rows;
    private final List<String> differences = new ArrayList<>();

    TwoEngines(SparkHouse house, Path folder) {
        this.house = house;
        this.folder = folder;
    }

    /// What was compared, and what was not the same.
    record Found(int metrics, long rows, List<String> differences) {}

    /// Asks the metrics that are wanted, and tells before each how many were compared.
    Found compare(int others, Predicate<String> wanted, IntConsumer progress) throws IOException {
        var company = new SampleCompany(SampleCompany.SEED, NOW, others);
        company.write(folder);
        var imported = new ImportedWorkspace(SampleCompany.ZONE.getId(), SampleCompany.CURRENCY);
        imported.bring(company.today(), ImportedWorkspace.files(folder));
        var conventions = imported.conventions();
        var day = company.today().minusDays(1);
        var scope = new Scope(imported.id(), conventions, KNOWN_AT, days(day, conventions));
        try (var here = TestHouse.bean(Warehouse.class).open(scope);
                var there = new GivenCluster(house).open(scope)) {
            var files =
                    CATALOGUE.files().stream()
                            .filter(it -> wanted.test(it.metric().name().value()))
                            .toList();
            metrics = files.size();
            compareMetrics(here, there.facts(), files, day, conventions, progress);
            if (metrics == CATALOGUE.names().size()) {
                for (var name : Conditions.packaged().names()) {
                    var condition = Conditions.packaged().find(name).orElseThrow();
                    same(name, it -> judged(it, condition, day), here, there.facts());
                }
                same("the daily look", it -> seen(it, imported.id(), day), here, there.facts());
                GivenCluster.facts()
                        .forEach(it ->
                                same(it, () -> GivenCluster.rows(here, it), () -> there.rows(it)));
            }
        }
        return new Found(metrics, rows, List.copyOf(differences));
    }

    private void compareMetrics(
            Facts here,
            Facts there,
            List<MetricFile> files,
            LocalDate day,
            Conventions conventions,
            IntConsumer progress) {
        int compared = 0;
        for (var file : files) {
            progress.accept(compared++);
            for (var grain : file.metric().rules().per()) {
                var span = span(file.metric(), grain, day, conventions);
                same(
                        "%s per %s".formatted(file.metric().name(), grain.word()),
                        it -> readings(it, file.metric(), grain, span),
                        here,
                        there);
            }
        }
    }

    private static TreeSet<LocalDate> days(LocalDate day, Conventions conventions) {
        var days = new TreeSet<LocalDate>();
        for (var file : CATALOGUE.files()) {
            for (var grain : file.metric().rules().per()) {
                days.addAll(span(file.metric(), grain, day, conventions).needed());
            }
        }
        return days;
    }

    private static Span span(Metric metric, Grain grain, LocalDate day, Conventions conventions) {
        return new Question(metric, grain, day, null, day, conventions).span();
    }

    private static List<String> readings(Facts facts, Metric metric, Grain grain, Span span) {
        return new Evaluation(facts)
                .of(metric, grain, List.of(span)).stream().map(TwoEngines::words).toList();
    }

    private static String words(Reading it) {
        var result =
                switch (it.result()) {
                    case Result.None(var status) -> status.name();
                    case Result.Value(var status, var value, var parts, var day) ->
                            "%s %s %s %d".formatted(status, plain(value), plain(parts), day);
                };
        return String.join(" | ", it.entity(), it.component(), result, it.warnings().toString());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static List<String> plain(List<BigDecimal> numbers) {
        return numbers.stream().map(it -> it == null ? "" : plain(it)).toList();
    }

    /// As the daily job looks at customers.
    private static List<String> seen(Facts facts, WorkspaceId workspace, LocalDate day) {
        var observations =
                new Observations(
                        _ -> new KeptOpen(facts),
                        TestHouse.bean(Workspaces.class),
                        CATALOGUE,
                        Conditions.packaged(),
                        Clock.fixed(KNOWN_AT, ZoneOffset.UTC));
        var metrics = DAILY.stream().map(MetricName::new).toList();
        return observations.of(workspace, List.of(day), metrics, List.of()).stream()
                .map(Object::toString)
                .toList();
    }

    private static List<String> judged(Facts facts, Condition condition, LocalDate day) {
        var evaluation = new ConditionEvaluation(facts);
        var spans = List.of(Span.trailing(day, 1, day));
        return condition.answers() == Condition.Answers.HOLDS
                ? evaluation.of(condition, spans).stream()
                        .flatMap(it -> it.getFirst().stream())
                        .sorted()
                        .toList()
                : evaluation.traits(condition, spans).getFirst().entrySet().stream()
                        .map(Object::toString)
                        .sorted()
                        .toList();
    }

    private void same(String what, Function<Facts, List<String>> asked, Facts here, Facts there) {
        same(what, () -> asked.apply(here), () -> asked.apply(there));
    }

    private void same(String what, Supplier<List<String>> here, Supplier<List<String>> there) {
        try {
            var expected = here.get();
            var found = there.get();
            rows += expected.size();
            if (!found.equals(expected)) {
                differences.add(what + ": " + first(expected, found));
            }
        } catch (RuntimeException e) {
            differences.add(what + ": " + e + " " + e.getCause());
        }
    }

    private static String first(List<String> expected, List<String> found) {
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            if (!expected.get(i).equals(found.get(i))) {
                return "row %d is <%s> on DuckDB and <%s> on Spark"
                        .formatted(i, expected.get(i), found.get(i));
            }
        }
        return "%d rows on DuckDB and %d on Spark".formatted(expected.size(), found.size());
    }
}
