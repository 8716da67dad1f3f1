package dev.keepwell.recount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.kernel.Period;
import dev.keepwell.metric.Span;
import dev.keepwell.recount.Comparison.Difference;
import dev.keepwell.recount.Comparison.Expectation;
import dev.keepwell.warehouse.Facts;
import dev.keepwell.warehouse.Feed;
import dev.keepwell.warehouse.GivenFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Recurring revenue, counted twice: by the product, and by hand from day to day. Over small
/// companies that do everything that companies do.
class RevenueRecountTest {

    private static final int COMPANIES = Integer.parseInt(System.getenv().getOrDefault("MANY", "40"));
    private static final LocalDate FIRST = RandomCompany.BIRTH.minusDays(30);

    @Property(tries = 3, shrinking = net.jqwik.api.ShrinkingMode.OFF)
    void money_is_what_the_recount_says(@ForAll long seed) {
        var books = new Books();
        for (int i = 0; i < COMPANIES; i++) {
            books.add(new RandomCompany("c" + i, seed * COMPANIES + i).draw());
        }
        books.rates.addAll(RandomCompany.rates(seed));
        var dice = new Dice(seed);
        var days = days(dice);
        var months = months();
        long t0 = System.nanoTime();
        var recount = new Recount(books, "USD", FIRST, RandomCompany.TODAY);
        System.out.println("recount " + (System.nanoTime() - t0) / 1_000_000);
        var revenue = recount.revenue();
        try (var facts = open(books, List.of(days, months))) {
            var stories = new StringBuilder();
            var comparison = new Comparison(facts, recount);
            Check check =
                    (metric, spans, expectation) -> {
                        long t = System.nanoTime();
                        var found = comparison.of(metric, spans, expectation);
                        System.out.println(metric + " " + (System.nanoTime() - t) / 1_000_000);
                        stories.append(story(books, found));
                    };
            check.of(
                    "mrr",
                    days,
                    (group, span) -> Map.of("", revenue.mrr(group, span.asOf(), span.knownOn())));
            check.of(
                    "mrr_movement",
                    months,
                    (group, span) -> revenue.movements(group, span.period(), span.knownOn()));
            check.of(
                    "gross_revenue_retention",
                    months,
                    (group, span) ->
                            Map.of(
                                    "",
                                    revenue.grossRetention(group, span.period(), span.knownOn())));
            check.of(
                    "net_revenue_retention",
                    months,
                    (group, span) ->
                            Map.of("", revenue.netRetention(group, span.period(), span.knownOn())));
            check.of(
                    "customer_churn_rate",
                    months,
                    (group, span) ->
                            Map.of(
                                    "",
                                    revenue.customerChurn(group, span.period(), span.knownOn())));
            check.of(
                    "quick_ratio",
                    months,
                    (group, span) ->
                            Map.of(
                                    "",
                                    revenue.quickRatio(group, span.period(), span.knownOn(), true),
                                    "without_reactivation",
                                    revenue.quickRatio(
                                            group, span.period(), span.knownOn(), false)));
            System.out.println(comparison.cells());
            assertThat(stories.toString()).isEmpty();
        }
    }

    interface Check {
        void of(String metric, List<Span> spans, Expectation expectation);
    }

    /// The first difference, and the rows behind it.
    private static String story(Books books, List<Difference> found) {
        if (found.isEmpty()) {
            return "";
        }
        var first = found.getFirst(); found.stream().limit(12).forEach(System.out::println);
        var rows =
                Stream.of(
                                books.accounts,
                                books.segments,
                                books.managers,
                                books.prices,
                                books.invoices,
                                books.payments,
                                books.credits)
                        .flatMap(Collection::stream)
                        .map(Object::toString)
                        .filter(it -> it.contains("=" + first.entity()))
                        .toList();
        return found.size()
                + " differences; the first:\n"
                + first
                + "\n"
                + String.join("\n", rows)
                + "\n";
    }

    private static List<Span> days(Dice dice) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < 60; i++) {
            var day = dice.day(RandomCompany.BIRTH, RandomCompany.TODAY);
            spans.add(Span.trailing(day, 1, dice.oneIn(3) ? day : RandomCompany.TODAY));
        }
        return spans;
    }

    private static List<Span> months() {
        var spans = new ArrayList<Span>();
        for (var month = RandomCompany.BIRTH;
                month.isBefore(RandomCompany.TODAY);
                month = month.plusMonths(1)) {
            spans.add(span(new Period(month, month.plusMonths(1))));
            if (month.getMonthValue() % 3 == 1) {
                spans.add(span(new Period(month, month.plusMonths(3))));
            }
        }
        spans.add(span(new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1))));
        return spans;
    }

    private static Span span(Period period) {
        return new Span(period, period.lastDay(), RandomCompany.TODAY, false);
    }

    private static Facts open(Books books, List<List<Span>> spans) {
        var days = new TreeSet<LocalDate>();
        spans.stream()
                .flatMap(List::stream)
                .forEach(it -> {
                    days.add(it.asOf());
                    days.add(it.period().start().minusDays(1));
                    days.add(it.period().lastDay());
                });
        var feeds =
                Stream.of(
                                "subscription_segment",
                                "invoice",
                                "contract",
                                "usage_event",
                                "seat_entitlement",
                                "user_account")
                        .map(it -> new Feed(it, LocalDate.of(2100, 1, 1)))
                        .toList();
        return GivenFacts.open(feeds, days, new Tables(books).pictures());
    }
}
