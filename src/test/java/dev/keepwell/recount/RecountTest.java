package dev.keepwell.recount;

import dev.keepwell.metric.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/// The numbers that money depends on, computed twice: by the product, and from day to day by a
/// plain program that was written from their definitions. Over small companies drawn from a seed.
class RecountTest {

    private static final int TRIES = 1;
    private static final int TRIES_LONG = 30;
    private static final int COMPANIES = 120;

    @Property(seed = "20261122", tries = TRIES, shrinking = ShrinkingMode.OFF)
    void recurring_revenue_moves_as_recounted(@ForAll long seed) {
        recurringRevenue(seed);
    }

    @Property(seed = "20261122", tries = TRIES, shrinking = ShrinkingMode.OFF)
    void customers_stay_as_recounted(@ForAll long seed) {
        retention(seed);
    }

    @Property(seed = "20261122", tries = TRIES, shrinking = ShrinkingMode.OFF)
    void contracts_are_renewed_as_recounted(@ForAll long seed) {
        renewals(seed);
    }

    @Property(seed = "20261122", tries = TRIES, shrinking = ShrinkingMode.OFF)
    void people_use_the_product_as_recounted(@ForAll long seed) {
        usage(seed);
    }

    @Property(tries = TRIES_LONG, shrinking = ShrinkingMode.OFF)
    @Tag("long")
    void thousands_of_companies_are_as_recounted(@ForAll long seed) {
        recurringRevenue(seed);
        retention(seed);
        renewals(seed);
        usage(seed);
    }

    private static void recurringRevenue(long seed) {
        var dice = new Dice(seed);
        var days = Spans.days(dice, 12);
        var periods = Spans.periods(dice, 8);
        var quarters = Spans.quarters(dice, 3);
        try (var it = RandomWorkspace.merging(seed, COMPANIES, all(days, periods, quarters))) {
            var revenue = it.recount().revenue();
            it.assertSame(
                    "mrr",
                    days,
                    asked ->
                            Map.of(
                                    "",
                                    revenue.mrr(
                                            asked.group(),
                                            asked.span().asOf(),
                                            asked.span().knownOn())));
            it.assertSame(
                    "mrr_movement",
                    periods,
                    asked -> revenue.movements(asked.group(), asked.span()));
            it.assertSame(
                    "quick_ratio",
                    periods,
                    asked ->
                            Map.of(
                                    "",
                                    revenue.quickRatio(asked.group(), asked.span(), true),
                                    "without_reactivation",
                                    revenue.quickRatio(asked.group(), asked.span(), false)));
            it.assertSame(
                    "quarterly_expansion_revenue",
                    quarters,
                    asked -> revenue.expansion(asked.group(), asked.span()));
        }
    }

    private static void retention(long seed) {
        var periods = Spans.periods(new Dice(seed), 12);
        try (var it = RandomWorkspace.paying(seed, COMPANIES, periods)) {
            var revenue = it.recount().revenue();
            it.assertSame(
                    "gross_revenue_retention",
                    periods,
                    asked -> Map.of("", revenue.grossRetention(asked.group(), asked.span())));
            it.assertSame(
                    "net_revenue_retention",
                    periods,
                    asked -> Map.of("", revenue.netRetention(asked.group(), asked.span())));
            it.assertSame(
                    "customer_churn_rate",
                    periods,
                    asked -> Map.of("", revenue.customerChurn(asked.group(), asked.span())));
        }
    }

    private static void renewals(long seed) {
        var periods = Spans.periods(new Dice(seed), 12);
        try (var it = RandomWorkspace.paying(seed, COMPANIES, periods)) {
            var renewals = it.recount().renewals();
            it.assertSame(
                    "gross_renewal_rate",
                    periods,
                    asked -> Map.of("", renewals.gross(asked.group(), asked.span())));
            it.assertSame(
                    "net_renewal_rate",
                    periods,
                    asked -> Map.of("", renewals.net(asked.group(), asked.span())));
            it.assertSame(
                    "logo_renewal_rate",
                    periods,
                    asked -> Map.of("", renewals.logo(asked.group(), asked.span())));
        }
    }

    private static void usage(long seed) {
        var dice = new Dice(seed);
        var days = Spans.usage(dice, 20, 1);
        var months = Spans.usage(dice, 20, 30);
        try (var it = RandomWorkspace.used(seed, COMPANIES, all(days, months))) {
            var usage = it.recount().usage();
            it.assertSame(
                    "dau",
                    days,
                    asked -> Map.of("", usage.dau(asked.group(), asked.span().asOf())));
            it.assertSame(
                    "mau",
                    months,
                    asked -> Map.of("", usage.mau(asked.group(), asked.span().asOf())));
            it.assertSame(
                    "dau_mau_ratio",
                    months,
                    asked ->
                            Map.of(
                                    "",
                                    asked.isAccount()
                                            ? usage.dauMauOfAccount(
                                                    asked.entity(), asked.span().asOf())
                                            : usage.dauMauOfGroup(
                                                    asked.group(), asked.span().asOf())));
            it.assertSame(
                    "licence_utilisation_rate",
                    months,
                    asked ->
                            Map.of(
                                    "",
                                    asked.isAccount()
                                            ? usage.utilisationOfAccount(
                                                    asked.entity(), asked.span().asOf())
                                            : usage.utilisation(
                                                    asked.group(), asked.span().asOf())));
        }
    }

    @SafeVarargs
    private static List<Span> all(List<Span>... lists) {
        var all = new ArrayList<Span>();
        for (var it : lists) {
            all.addAll(it);
        }
        return all;
    }
}
