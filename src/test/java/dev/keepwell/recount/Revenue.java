package dev.keepwell.recount;

import dev.keepwell.kernel.Period;
import dev.keepwell.metric.Span;
import dev.keepwell.recount.Diary.Move;
import dev.keepwell.recount.Rates.MissingRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Recurring revenue of a group and its movements, account by account and day by day.
///
/// `known` is the last day whose news may count. The opening of a period is the close of the day
/// before it, and its closing the close of its last day.
final class Revenue {

    private static final Set<String> NOT_SOLD =
            Set.of("resume", "discount_expired", "escalator", "price", "late_renewal", "trial");

    private final Map<String, Diary> diaries;
    private final Rates rates;
    private final Set<String> logos;

    Revenue(Map<String, Diary> diaries, Rates rates, Set<String> logos) {
        this.diaries = diaries;
        this.rates = rates;
        this.logos = logos;
    }

    Answer mrr(Group group, LocalDate day, LocalDate known) {
        return sum(paid(group, day, known), day);
    }

    /// All lines of the waterfall, at the rate of the opening, and what the rates did.
    Map<String, Answer> movements(Group group, Span span) {
        var period = span.period();
        var known = span.knownOn();
        var lines = new TreeMap<String, Amounts>();
        for (var kind :
                Set.of(
                        "new",
                        "reactivation",
                        "expansion",
                        "contraction",
                        "churn",
                        "transfer",
                        "transfer_in",
                        "transfer_out")) {
            lines.put(kind, Amounts.NONE);
        }
        for (var account : group.accounts()) {
            for (var day : days(period)) {
                arrive(lines, group, account, day, known);
                if (group.holds(account, day)) {
                    for (var it : diary(account).moves(day, known)) {
                        add(lines, it.kind(), amounts(it));
                    }
                }
            }
        }
        var answers = new TreeMap<String, Answer>();
        lines.forEach((line, it) -> answers.put(line, sum(it, opening(period))));
        answers.put("fx", fx(paid(group, period.lastDay(), known), period));
        return answers;
    }

    /// An account that changes hands brings along what it paid the day before.
    private void arrive(
            Map<String, Amounts> lines,
            Group group,
            String account,
            LocalDate day,
            LocalDate known) {
        var yesterday = day.minusDays(1);
        var is = group.holds(account, day);
        var was = group.holds(account, yesterday);
        if (is != was) {
            var paid = diary(account).paid(yesterday, known);
            add(lines, is ? "transfer_in" : "transfer_out", paid);
        }
    }

    private static void add(Map<String, Amounts> lines, String line, Amounts amounts) {
        lines.merge(line, amounts, Amounts::plus);
    }

    private Answer fx(Amounts closing, Period period) {
        try {
            var then = rates.convert(closing, opening(period));
            return Answer.of(rates.convert(closing, period.lastDay()).subtract(then));
        } catch (MissingRate e) {
            return Answer.MISSING_RATE;
        }
    }

    /// Of what the members of the opening paid, how much do they still pay, each at most as much.
    Answer grossRetention(Group group, Span span) {
        return retention(group, span, true);
    }

    Answer netRetention(Group group, Span span) {
        return retention(group, span, false);
    }

    /// Both ends at the rate of the opening.
    private Answer retention(Group group, Span span, boolean isGross) {
        var period = span.period();
        var known = span.knownOn();
        var opening = opening(period);
        var kept = BigDecimal.ZERO;
        var had = BigDecimal.ZERO;
        try {
            for (var account : group.accounts()) {
                var diary = diary(account);
                if (group.holds(account, opening) && diary.isPaying(opening, known)) {
                    var then = rates.convert(diary.paid(opening, known), opening);
                    var now = rates.convert(diary.paid(period.lastDay(), known), opening);
                    kept = kept.add(isGross ? now.min(then) : now);
                    had = had.add(then);
                }
            }
        } catch (MissingRate e) {
            return Answer.MISSING_RATE;
        }
        return Answer.of(kept, had);
    }

    /// Customers of the opening that are none at the close, of all customers of the opening.
    Answer customerChurn(Group group, Span span) {
        var period = span.period();
        var known = span.knownOn();
        long had = 0;
        long lost = 0;
        for (var account : group.accounts()) {
            var diary = diary(account);
            if (logos.contains(account)
                    && group.holds(account, opening(period))
                    && diary.isCustomer(opening(period), known)) {
                had++;
                lost += diary.isCustomer(period.lastDay(), known) ? 0 : 1;
            }
        }
        return Answer.of(lost, had);
    }

    Answer quickRatio(Group group, Span span, boolean reactivates) {
        var period = span.period();
        var known = span.knownOn();
        var gained = Amounts.NONE;
        var lost = Amounts.NONE;
        for (var account : group.accounts()) {
            for (var day : days(period)) {
                if (group.holds(account, day)) {
                    for (var it : diary(account).moves(day, known)) {
                        switch (it.kind()) {
                            case "new", "expansion" -> gained = gained.plus(amounts(it));
                            case "reactivation" -> {
                                gained = reactivates ? gained.plus(amounts(it)) : gained;
                            }
                            case "contraction", "churn" -> lost = lost.plus(amounts(it));
                            default -> {}
                        }
                    }
                }
            }
        }
        try {
            return Answer.of(
                    rates.convert(gained, opening(period)), rates.convert(lost, opening(period)));
        } catch (MissingRate e) {
            return Answer.MISSING_RATE;
        }
    }

    /// What was sold to accounts that paid already, on days on which they belonged; per year; and
    /// by how much the accounts that paid at the opening grew, each at least by nothing.
    Map<String, Answer> expansion(Group group, Span span) {
        var sold = Amounts.NONE;
        for (var account : group.accounts()) {
            for (var day : days(span.period())) {
                if (group.holds(account, day)) {
                    for (var it : diary(account).moves(day, span.knownOn())) {
                        if (it.kind().equals("expansion") && !NOT_SOLD.contains(it.reason())) {
                            sold = sold.plus(amounts(it));
                        }
                    }
                }
            }
        }
        var opening = opening(span.period());
        return Map.of("", sum(sold, opening), "arr", sum(twelvefold(sold), opening));
    }

    private static Amounts twelvefold(Amounts amounts) {
        var sum = Amounts.NONE;
        for (int i = 0; i < 12; i++) {
            sum = sum.plus(amounts);
        }
        return sum;
    }

    private Amounts paid(Group group, LocalDate day, LocalDate known) {
        var sum = Amounts.NONE;
        for (var account : group.accounts()) {
            if (group.holds(account, day)) {
                sum = sum.plus(diary(account).paid(day, known));
            }
        }
        return sum;
    }

    private Answer sum(Amounts amounts, LocalDate day) {
        try {
            return Answer.of(rates.convert(amounts, day));
        } catch (MissingRate e) {
            return Answer.MISSING_RATE;
        }
    }

    private Diary diary(String account) {
        return diaries.get(account);
    }

    private static Amounts amounts(Move move) {
        return Amounts.NONE.plus(move.currency(), move.amount());
    }

    private static LocalDate opening(Period period) {
        return period.start().minusDays(1);
    }

    private static Iterable<LocalDate> days(Period period) {
        return () -> period.start().datesUntil(period.end()).iterator();
    }
}
