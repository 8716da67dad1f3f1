package dev.keepwell.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The figures of the sample company, from its own tally.
final class FactSheet {

    private static final int DIGITS = 12;
    private static final int MONTHS_BACK = 6;
    private static final List<String> ACCOUNTS =
            List.of(Northwind.ID, "acorn", "brightwater", "cobalt", "ember", "fabrikam");

    private final LocalDate today;
    private final Tally tally;
    private final List<Fact> facts = new ArrayList<>();

    FactSheet(LocalDate today, Tally tally) {
        this.today = today;
        this.tally = tally;
    }

    List<Fact> facts() {
        revenue();
        quarter();
        company();
        ACCOUNTS.forEach(this::account);
        northwind();
        return List.copyOf(facts);
    }

    private void revenue() {
        asOf("mrr", "company", "", money(tally.mrr(0)));
        asOf("mrr", "account", Northwind.ID, money(tally.mrr(Northwind.ID, 0)));
        for (int i = 1; i <= MONTHS_BACK; i++) {
            var monthEnd = today.withDayOfMonth(1).minusMonths(3L * i - 3).minusDays(1);
            add("mrr", "company", "", "", monthEnd, money(tally.mrr(ago(monthEnd))));
        }
    }

    private void quarter() {
        int month = (today.getMonthValue() - 1) / 3 * 3 + 1;
        var end = today.withDayOfMonth(1).withMonth(month);
        for (int i = 0; i < 2; i++) {
            var start = end.minusMonths(3);
            var name = "%d-Q%d".formatted(start.getYear(), (start.getMonthValue() + 2) / 3);
            for (var kind : List.of("new", "expansion", "contraction", "churn", "reactivation")) {
                long cents = tally.moved(kind, ago(start), ago(end.minusDays(1)));
                facts.add(new Fact("mrr_movement", "company", "", kind, "", name, money(cents)));
            }
            end = start;
        }
    }

    private void company() {
        asOf("dau", "company", "", whole(tally.peopleToday()));
        asOf("mau", "company", "", whole(tally.people()));
        asOf("ticket_volume", "company", "", whole(tally.tickets()));
        long balance = tally.promoters() - tally.detractors();
        asOf("nps", "company", "", share(100 * balance, tally.recommendations()));
        asOf("csat", "company", "", share(100 * tally.satisfied(), tally.ratings()));
        asOf("arpa", "company", "", share(tally.mrr(0), 100 * tally.payingAccounts(0)));
    }

    private void account(String account) {
        asOf("dau", "account", account, whole(tally.dau(account)));
        asOf("mau", "account", account, whole(tally.mau(account)));
        asOf(
                "dau_mau_ratio",
                "account",
                account,
                share(tally.userDays(account), 30L * tally.mau(account)));
        asOf("ticket_volume", "account", account, whole(tally.tickets(account)));
        asOf("max_days_past_due", "account", account, whole(tally.daysLate(account)));
        asOf(
                "days_since_last_communication",
                "account",
                account,
                whole(tally.daysSinceTouch(account)));
        asOf("touch_count", "account", account, whole(tally.touchesInMonth(account)));
        asOf("csm_pulse", "account", account, whole(tally.pulse(account)));
    }

    /// What the story of Northwind Robotics promises on every day.
    private void northwind() {
        asOf("value_feature_breadth", "account", Northwind.ID, share(11, 20));
        asOf("licence_utilisation_rate", "account", Northwind.ID, share(431, 625));
        asOf("value_feature_stickiness", "account", Northwind.ID, whole(60));
        asOf("nps", "account", Northwind.ID, whole(80));
        asOf("csat", "account", Northwind.ID, whole(90));
        asOf("customer_sentiment", "account", Northwind.ID, whole(90));
        asOf("executive_sponsor_strength", "account", Northwind.ID, whole(73));
        asOf("high_wide_index", "account", Northwind.ID, whole(75));
        asOf("outcome_attainment", "account", Northwind.ID, share(3, 4));
        asOf("benefit_cost_ratio", "account", Northwind.ID, share(9, 4));
        asOf("advocacy_score", "account", Northwind.ID, whole(50));
    }

    private void asOf(String metric, String grain, String entity, BigDecimal value) {
        add(metric, grain, entity, "", today, value);
    }

    private void add(
            String metric,
            String grain,
            String entity,
            String component,
            LocalDate day,
            BigDecimal value) {
        facts.add(new Fact(metric, grain, entity, component, day.toString(), "", value));
    }

    private int ago(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(day, today);
    }

    private static BigDecimal money(long cents) {
        return Revenue.money(cents);
    }

    private static BigDecimal whole(long value) {
        return BigDecimal.valueOf(value);
    }

    private static BigDecimal share(long numerator, long denominator) {
        return BigDecimal.valueOf(numerator)
                .divide(BigDecimal.valueOf(denominator), DIGITS, RoundingMode.HALF_UP);
    }
}
