package dev.keepwell.screen.accounts;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import dev.keepwell.screen.portfolio.Filter;
import dev.keepwell.screen.portfolio.Order;
import java.util.Arrays;
import java.util.List;

/// The questions that everybody asks of a list of accounts, ready to be asked.
public enum View {
    CUSTOMERS("customers", "Customers", "customer.is(yes)", "-mrr"),
    RENEWALS(
            "renewals-at-risk",
            "Renewals at risk",
            "customer.is(yes),health.in(R,Y),renewal.within(90d)",
            "renewal"),
    TURNED("changed-colour", "Changed colour", "turned.within(7d)", "change"),
    UNTOUCHED("no-touch", "No touch in 30 d", "customer.is(yes),touch.over(30d)", "-mrr"),
    PULSE("pulse-overdue", "Pulse overdue", "customer.is(yes),pulse_set.over(30d)", "pulse_set"),
    EXPANSION(
            "expansion",
            "Expansion signals",
            "customer.is(yes),health.in(G),licences.over(0.95)",
            "-licences"),
    GREEN_BUT("green-but", "Green but…", "health.in(G),weakest.under(40)", "weakest"),
    NO_SCORE("no-score", "No score", "customer.is(yes),health.in(N)", "-mrr");

    private final String word;
    private final String title;
    private final String filters;
    private final String sort;

    View(String word, String title, String filters, String sort) {
        this.word = word;
        this.title = title;
        this.filters = filters;
        this.sort = sort;
    }

    /// As addresses write it.
    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    List<Filter> filters() {
        return Filter.parse(filters);
    }

    List<Order> sort() {
        return Order.parse(sort);
    }

    static View named(String word) {
        var words = Arrays.stream(values()).map(View::word).toList();
        return Arrays.stream(values())
                .filter(it -> it.word.equals(word))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.unknown(
                                "unknown_view",
                                "There is no view '%s'. There are %s.%s"
                                        .formatted(
                                                word,
                                                String.join(", ", words),
                                                Suggestion.forWord(word, words))));
    }
}
