package dev.keepwell.recount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.metric.Grain;
import dev.keepwell.metric.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.assertj.core.data.Offset;

/// What holds on every day and for everybody, whatever the numbers are.
class InvariantsTest {

    private static final int TRIES = 1;
    private static final int COMPANIES = 40;
    private static final int DAYS = 40;
    private static final BigDecimal EXACTLY = new BigDecimal("0.00000001");
    private static final List<Grain> GRAINS =
            List.of(Grain.ACCOUNT, Grain.SEGMENT, Grain.CSM, Grain.COMPANY);

    /// The lines of the waterfall, and which way each leads.
    private static final Map<String, Integer> LINES =
            Map.of(
                    "new", 1,
                    "reactivation", 1,
                    "expansion", 1,
                    "contraction", -1,
                    "churn", -1,
                    "transfer", 1,
                    "transfer_in", 1,
                    "transfer_out", -1,
                    "fx", 1);

    @Property(seed = "20261122", tries = TRIES, shrinking = ShrinkingMode.OFF)
    void movements_lead_from_every_opening_to_its_closing(@ForAll long seed) {
        var days = Spans.everyDay(firstDay(seed), DAYS);
        var closings = Spans.everyDay(firstDay(seed).minusDays(1), DAYS + 1);
        try (var it = RandomWorkspace.merging(seed, COMPANIES, all(days, closings))) {
            for (var grain : GRAINS) {
                var mrr = new Answers(it.facts(), "mrr", grain, closings);
                var moves = new Answers(it.facts(), "mrr_movement", grain, days);
                for (var entity : moves.entities()) {
                    for (int i = 0; i < DAYS; i++) {
                        var opening = mrr.value(entity, closings.get(i), "");
                        var closing = mrr.value(entity, closings.get(i + 1), "");
                        var moved = sum(moves, entity, days.get(i));
                        if (opening.isPresent() && closing.isPresent() && moved.isPresent()) {
                            assertThat(opening.get().add(moved.get()))
                                    .as("seed %d: %s on %s", seed, entity, days.get(i).asOf())
                                    .isCloseTo(closing.get(), within());
                        }
                    }
                }
            }
        }
    }

    @Property(seed = "20261122", tries = TRIES, shrinking = ShrinkingMode.OFF)
    void accounts_add_up_to_their_segments_managers_and_company(@ForAll long seed) {
        var days = Spans.everyDay(firstDay(seed), DAYS);
        try (var it = RandomWorkspace.merging(seed, COMPANIES, days)) {
            var each = new Answers(it.facts(), "mrr", Grain.ACCOUNT, days);
            for (var grain : List.of(Grain.SEGMENT, Grain.CSM, Grain.COMPANY)) {
                var amounts = new Answers(it.facts(), "mrr", grain, days);
                for (var group : it.recount().groups(grain).entrySet()) {
                    for (var day : days) {
                        var parts = paying(each, group.getValue(), day);
                        var whole = amounts.value(group.getKey(), day, "");
                        assertThat(total(parts).map(InvariantsTest::rounded))
                                .as("seed %d: %s on %s", seed, group.getKey(), day.asOf())
                                .isEqualTo(whole.map(InvariantsTest::rounded));
                    }
                }
            }
            assertCounts(it, each, days);
        }
    }

    /// The number of paying accounts, below the line of the revenue per account.
    private static void assertCounts(RandomWorkspace it, Answers each, List<Span> days) {
        for (var grain : List.of(Grain.SEGMENT, Grain.COMPANY)) {
            var arpa = new Answers(it.facts(), "arpa", grain, days);
            for (var group : it.recount().groups(grain).entrySet()) {
                for (var day : days) {
                    var parts = paying(each, group.getValue(), day);
                    var isKnown = parts.stream().allMatch(Optional::isPresent);
                    if (isKnown && !parts.isEmpty()) {
                        assertThat(arpa.denominator(group.getKey(), day).orElseThrow())
                                .isEqualByComparingTo(BigDecimal.valueOf(parts.size()));
                    }
                }
            }
        }
    }

    @Property(seed = "20261122", tries = TRIES, shrinking = ShrinkingMode.OFF)
    void what_is_retained_without_growth_is_at_most_all_and_at_most_with_it(@ForAll long seed) {
        var periods = Spans.periods(new Dice(seed), 10);
        try (var it = RandomWorkspace.merging(seed, COMPANIES, periods)) {
            for (var grain : GRAINS) {
                var gross = new Answers(it.facts(), "gross_revenue_retention", grain, periods);
                var net = new Answers(it.facts(), "net_revenue_retention", grain, periods);
                for (var entity : gross.entities()) {
                    for (var period : periods) {
                        var kept = gross.value(entity, period, "");
                        var grown = net.value(entity, period, "");
                        // What was handed over may lack a rate that its giver never needed.
                        if (kept.isPresent() && grown.isPresent()) {
                            assertThat(kept.get())
                                    .as("seed %d: %s over %s", seed, entity, period.period())
                                    .isLessThanOrEqualTo(BigDecimal.ONE)
                                    .isLessThanOrEqualTo(grown.orElseThrow());
                        }
                    }
                }
            }
        }
    }

    /// What the members pay who pay; empty for whom there is no rate.
    private static List<Optional<BigDecimal>> paying(Answers each, Group group, Span day) {
        return group.accounts().stream()
                .filter(it -> group.holds(it, day.asOf()))
                .map(it -> each.value(it, day, ""))
                .filter(it -> it.isEmpty() || it.get().signum() > 0)
                .toList();
    }

    private static Optional<BigDecimal> total(List<Optional<BigDecimal>> parts) {
        return parts.stream()
                .reduce(
                        Optional.of(BigDecimal.ZERO),
                        (sum, it) -> sum.flatMap(one -> it.map(one::add)));
    }

    private static Optional<BigDecimal> sum(Answers moves, String entity, Span day) {
        var lines = new ArrayList<Optional<BigDecimal>>();
        LINES.forEach((line, way) ->
                lines.add(
                        moves.value(entity, day, line)
                                .map(it -> it.multiply(BigDecimal.valueOf(way)))));
        return total(lines);
    }

    /// In the time in which accounts become part of others, too.
    private static LocalDate firstDay(long seed) {
        var last = RandomCompany.TODAY.minusDays(DAYS);
        return new Dice(seed).day(last.minusDays(RandomPrices.MERGERS_DAYS), last);
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(EXACTLY.scale(), RoundingMode.HALF_UP);
    }

    private static Offset<BigDecimal> within() {
        return Offset.offset(EXACTLY);
    }

    private static List<Span> all(List<Span> some, List<Span> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
