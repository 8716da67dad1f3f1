package dev.keepwell.recount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Evaluation;
import dev.keepwell.metric.Grain;
import dev.keepwell.metric.Question;
import dev.keepwell.metric.Reading;
import dev.keepwell.metric.Reading.Result;
import dev.keepwell.metric.Span;
import dev.keepwell.sample.SampleCompany;
import dev.keepwell.warehouse.Facts;
import dev.keepwell.workspace.Conventions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cells of the sample company, chosen by chance, say what a second program makes of its files.
class SampleCellsTest {

    private static final int CELLS = 121;
    private static final Instant NOW = Instant.parse("2026-02-11T08:00:00Z");
    private static final LocalDate KNOWN = LocalDate.of(2100, 1, 1);

    private static final Conventions CONVENTIONS =
            Conventions.of(SampleCompany.ZONE.getId(), SampleCompany.CURRENCY, 1);
    private static final Catalogue CATALOGUE = Catalogue.packaged();
    private static final Map<String, Long> PULSES = Map.of("red", 0L, "yellow", 50L, "green", 100L);

    /// A metric, and one line of it, at one account over one span.
    private record Cell(String metric, String account, Span span) {}

    private interface Second {
        Answer of(String account, Span span);
    }

    @TempDir private Path folder;

    @Test
    void random_cells_are_what_a_second_program_says() throws IOException {
        var seed = 20_261_122L;
        var dice = new Dice(seed);
        var company = new SampleCompany(SampleCompany.SEED, NOW, 40);
        company.write(folder);
        var imported = new ImportedWorkspace(SampleCompany.ZONE.getId(), SampleCompany.CURRENCY);
        imported.bring(company.today(), ImportedWorkspace.files(folder));
        var books = new SampleBooks(folder);
        var second = second(books, company.today());
        var cells = cells(dice, second, books, company.today());

        try (var facts = imported.open(cells.stream().map(Cell::span).toList())) {
            var recounted = new TreeMap<String, String>();
            cells.forEach(it -> {
                var answer = second.get(it.metric()).of(it.account(), it.span());
                recounted.put(it.toString(), answer.words());
            });
            assertThat(recounted).hasSize(CELLS);
            assertThat(answered(facts, cells)).as("seed %d", seed).isEqualTo(recounted);
        }
    }

    private TreeMap<String, String> answered(Facts facts, List<Cell> cells) {
        var accounts = ImportedWorkspace.sourceIds(facts);
        var asked = new HashMap<Cell, String>();
        for (var metric : new TreeSet<>(cells.stream().map(Cell::metric).toList())) {
            var spans =
                    cells.stream()
                            .filter(it -> it.metric().equals(metric))
                            .map(Cell::span)
                            .distinct()
                            .toList();
            var name = CATALOGUE.named(metric.replaceAll(" .*", ""));
            var component = metric.replaceAll("^[^ ]* ?", "");
            for (var it : new Evaluation(facts).of(name, Grain.ACCOUNT, spans)) {
                if (it.component().equals(component)) {
                    var account = accounts.get(it.entity());
                    asked.put(new Cell(metric, account, it.span()), words(it));
                }
            }
        }
        var answered = new TreeMap<String, String>();
        cells.forEach(it -> answered.put(it.toString(), asked.get(it)));
        return answered;
    }

    /// Of fractions the sides, but where the recount claims no more than the value.
    private static String words(Reading reading) {
        return switch (reading.result()) {
            case Result.Value(_, var value, var parts, _) ->
                    reading.metric().value().equals("dau_mau_ratio")
                            ? Answer.of(value).words()
                            : Answer.of(parts).words();
            case Result.None(var status) -> status.name();
        };
    }

    private static List<Cell> cells(
            Dice dice, Map<String, Second> second, SampleBooks books, LocalDate today) {
        var metrics = List.copyOf(second.keySet());
        var accounts = books.rows("account").stream().map(it -> it.text("account_id")).toList();
        var cells = new TreeMap<String, Cell>();
        while (cells.size() < CELLS) {
            var metric = dice.oneOf(metrics);
            var day = dice.day(today.minusDays(450), today);
            var name = CATALOGUE.named(metric.replaceAll(" .*", ""));
            var span = new Question(name, Grain.ACCOUNT, day, null, KNOWN, CONVENTIONS).span();
            var cell = new Cell(metric, dice.oneOf(accounts), span);
            cells.put(cell.toString(), cell);
        }
        return List.copyOf(cells.values());
    }

    private static Map<String, Second> second(SampleBooks files, LocalDate today) {
        var books = files.read(SampleCompany.ZONE);
        var recount = new Recount(books, CONVENTIONS, today.minusDays(2000), today);
        var second = new TreeMap<String, Second>();
        money(second, recount.revenue());
        usage(second, recount.usage());
        support(second, files);
        return second;
    }

    private static void money(Map<String, Second> second, Revenue revenue) {
        second.put("mrr", (it, span) -> revenue.mrr(one(it), span.asOf(), KNOWN));
        for (var line : List.of("new", "expansion", "contraction", "churn", "reactivation")) {
            second.put(
                    "mrr_movement " + line,
                    (it, span) -> revenue.movements(one(it), span).get(line));
        }
        second.put("gross_revenue_retention", (it, span) -> revenue.grossRetention(one(it), span));
        second.put("net_revenue_retention", (it, span) -> revenue.netRetention(one(it), span));
    }

    private static void usage(Map<String, Second> second, Usage usage) {
        second.put("dau", (it, span) -> usage.dau(one(it), span.asOf()));
        second.put("mau", (it, span) -> usage.mau(one(it), span.asOf()));
        second.put("dau_mau_ratio", (it, span) -> usage.dauMauOfAccount(it, span.asOf()));
        second.put(
                "licence_utilisation_rate",
                (it, span) -> usage.utilisationOfAccount(it, span.asOf()));
    }

    private static void support(Map<String, Second> second, SampleBooks files) {
        var tickets = files.rows("ticket");
        second.put(
                "ticket_volume",
                (account, span) ->
                        Answer.of(
                                tickets.stream()
                                        .filter(it -> it.text("account_id").equals(account))
                                        .map(it -> localDay(it, "created_at"))
                                        .filter(span.period()::contains)
                                        .count()));
        var pulses = files.rows("pulse");
        second.put(
                "csm_pulse",
                (account, span) ->
                        pulses.stream()
                                .filter(it -> it.text("account_id").equals(account))
                                .filter(it -> !localDay(it, "set_at").isAfter(span.asOf()))
                                .max(Comparator.comparing(it -> Instant.parse(it.text("set_at"))))
                                .map(it -> Answer.of(PULSES.get(it.text("value"))))
                                .orElse(Answer.NO_DATA));
    }

    private static LocalDate localDay(SampleBooks.Row row, String column) {
        return Instant.parse(row.text(column)).atZone(SampleCompany.ZONE).toLocalDate();
    }

    private static Group one(String account) {
        return Group.always(List.of(account));
    }
}
