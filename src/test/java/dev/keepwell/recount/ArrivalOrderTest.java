package dev.keepwell.recount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Evaluation;
import dev.keepwell.metric.Grain;
import dev.keepwell.metric.Reading.Result;
import dev.keepwell.metric.Span;
import dev.keepwell.recount.Tables.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// However its rows arrive, a company is the same company.
class ArrivalOrderTest {

    private static final long SEED = 1;
    private static final int COMPANIES = 4;
    private static final Catalogue CATALOGUE = Catalogue.packaged();
    private static final List<String> PERIODS =
            List.of(
                    "mrr_movement",
                    "gross_revenue_retention",
                    "net_revenue_retention",
                    "customer_churn_rate",
                    "gross_renewal_rate");
    private static final List<String> DAYS =
            List.of("mrr", "mau", "dau_mau_ratio", "licence_utilisation_rate");

    @Test
    void shuffled_repeated_or_in_parts_the_rows_say_the_same() {
        var tables = tables(SEED);
        var dice = new Dice(SEED);

        var once = new ImportedWorkspace("Europe/Berlin", "USD");
        once.bring(RandomCompany.TODAY, files(tables));
        var shuffledAndTwice = new ImportedWorkspace("Europe/Berlin", "USD");
        shuffledAndTwice.bring(RandomCompany.TODAY, files(shuffled(tables, dice.random())));
        shuffledAndTwice.bring(RandomCompany.TODAY, files(shuffled(tables, dice.random())));
        var inParts = new ImportedWorkspace("Europe/Berlin", "USD");
        inParts.bring(RandomCompany.TODAY, files(part(tables, it -> !isLater(it))));
        inParts.bring(RandomCompany.TODAY, files(part(tables, ArrivalOrderTest::isLater)));

        var answers = answers(once, SEED);
        assertThat(answers).hasSizeGreaterThan(1000);
        assertThat(answers(shuffledAndTwice, SEED)).isEqualTo(answers);
        assertThat(answers(inParts, SEED)).isEqualTo(answers);
    }

    private static List<Table> tables(long seed) {
        var books = new Books();
        for (int i = 0; i < COMPANIES; i++) {
            books.add(new RandomCompany("c" + i, seed + i).used().merging().draw());
        }
        books.meanings.addAll(RandomUsage.meanings(new Dice(seed)));
        books.rates.addAll(RandomCompany.rates(seed));
        // A row that names somebody unknown would be set aside, and be no part of this.
        books.events.removeIf(it -> it.account().endsWith("nobody"));
        return new Tables(books)
                .all().stream().filter(it -> !it.rows().isEmpty()).map(Tables::imported).toList();
    }

    private static Map<String, String> files(List<Table> tables) {
        var files = new TreeMap<String, String>();
        tables.forEach(it -> files.put(it.name() + ".csv", it.csv()));
        return files;
    }

    private static List<Table> shuffled(List<Table> tables, Random random) {
        return tables.stream()
                .map(it -> {
                    var rows = new ArrayList<>(it.rows());
                    Collections.shuffle(rows, random);
                    return new Table(it.name(), it.columns(), rows);
                })
                .toList();
    }

    /// The later half of the companies, which nothing of the earlier half names.
    private static boolean isLater(List<@Nullable Object> row) {
        return row.stream()
                .anyMatch(it -> it != null && it.toString().matches("[kpie]?c[23][^0-9].*"));
    }

    private static List<Table> part(List<Table> tables, Predicate<List<@Nullable Object>> rule) {
        return tables.stream()
                .map(it ->
                        new Table(
                                it.name(), it.columns(), it.rows().stream().filter(rule).toList()))
                .filter(it -> !it.rows().isEmpty())
                .toList();
    }

    private static Map<String, String> answers(ImportedWorkspace workspace, long seed) {
        var dice = new Dice(seed);
        var periods = Spans.periods(dice, 4);
        var months = Spans.usage(dice, 4, 30);
        var spans = new ArrayList<>(periods);
        spans.addAll(months);
        var answers = new TreeMap<String, String>();
        try (var facts = workspace.open(spans)) {
            var ids = ImportedWorkspace.sourceIds(facts);
            var asked = new HashMap<String, List<Span>>();
            PERIODS.forEach(it -> asked.put(it, periods));
            DAYS.forEach(it -> asked.put(it, months));
            asked.forEach((name, when) -> {
                var metric = CATALOGUE.named(name);
                for (var grain : List.of(Grain.ACCOUNT, Grain.SEGMENT, Grain.COMPANY)) {
                    if (metric.isAskedPer(grain)) {
                        for (var it : new Evaluation(facts).of(metric, grain, when)) {
                            var entity = ids.getOrDefault(it.entity(), it.entity());
                            var cell =
                                    String.join(" ", name, entity, it.component(), it.span() + "");
                            answers.put(cell, words(it.result()));
                        }
                    }
                }
            });
        }
        return answers;
    }

    private static String words(Result result) {
        return switch (result) {
            case Result.Value(var status, _, var parts, _) -> status + " " + parts;
            case Result.None(var status) -> status.name();
        };
    }
}
