package dev.keepwell.screen.account;

import dev.keepwell.customer.Account;
import dev.keepwell.screen.frame.Figures;
import dev.keepwell.screen.portfolio.Entry;
import dev.keepwell.screen.portfolio.Gathered;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody wants to know of an account before they call.
public record KeyFacts(List<Fact> facts) {

    public KeyFacts {
        facts = List.copyOf(facts);
    }

    /// One fact, with the metric that it is a value of, if it is one. What is meant for a machine,
    /// such as an id, is set in other type.
    public record Fact(
            String name,
            String value,
            @Nullable String note,
            @Nullable String metric,
            boolean isCode) {

        static Fact of(String name, String value) {
            return new Fact(name, value, null, null, false);
        }

        static Fact of(String name, String value, String note) {
            return new Fact(name, value, note, null, false);
        }

        Fact by(String measured) {
            return new Fact(name, value, note, measured, isCode);
        }
    }

    static KeyFacts of(Account account, Entry entry, Gathered gathered) {
        var facts = new ArrayList<Fact>();
        var today = gathered.day();
        facts.add(mrr(entry.revenue(), gathered.currency()).by("mrr"));
        facts.add(renewal(entry.revenue().renewalOn(), today));
        facts.add(Fact.of("CSM", said(entry.traits().csm())));
        facts.add(pulse(entry.care().pulse(), today).by("csm_pulse"));
        facts.add(
                Fact.of("Last touch", touch(entry.care().touch(), today))
                        .by("days_since_last_communication"));
        facts.add(
                Fact.of("Executive sponsor", said(entry.care().sponsor()))
                        .by("executive_sponsor_strength"));
        facts.add(seats(entry.use()).by("licence_utilisation_rate"));
        facts.add(overdue(entry.revenue().overdueDays()).by("max_days_past_due"));
        facts.add(Fact.of("Plan", said(entry.traits().plan())));
        account.traits()
                .customerSince()
                .ifPresent(it -> facts.add(Fact.of("Customer since", Figures.day(it))));
        facts.add(new Fact("Reference", account.origin().reference(), null, null, true));
        return new KeyFacts(facts);
    }

    static String said(@Nullable String text) {
        return text == null || text.isEmpty() ? "No data" : text;
    }

    static String mrrText(Entry.Revenue revenue, String currency) {
        var mrr = revenue.mrr();
        return mrr == null ? "No data" : Figures.money(mrr, currency);
    }

    static String renewalText(@Nullable LocalDate due, LocalDate today) {
        return due == null ? "None due" : Figures.countdown(today, due);
    }

    private static Fact mrr(Entry.Revenue revenue, String currency) {
        var text = mrrText(revenue, currency);
        var moved = revenue.moved();
        return moved == null || moved.signum() == 0
                ? Fact.of("MRR", text)
                : Fact.of("MRR", text, change(moved, currency) + " this month");
    }

    private static String change(BigDecimal moved, String currency) {
        return (moved.signum() > 0 ? "+" : "") + Figures.money(moved, currency);
    }

    private static Fact renewal(@Nullable LocalDate due, LocalDate today) {
        var text = renewalText(due, today);
        return due == null ? Fact.of("Renewal", text) : Fact.of("Renewal", Figures.day(due), text);
    }

    private static Fact pulse(Entry.@Nullable Pulse pulse, LocalDate today) {
        return pulse == null
                ? Fact.of("Pulse", "Never set")
                : Fact.of("Pulse", Figures.word(pulse.colour()), age(pulse.setOn(), today));
    }

    private static String touch(Entry.Touch touch, LocalDate today) {
        return switch (touch) {
            case Entry.Touch.On(var day) -> age(day, today);
            case Entry.Touch.Never() -> "Never";
            case Entry.Touch.Unknown() -> "No data";
        };
    }

    private static Fact seats(Entry.Use use) {
        var used = use.seatsUsed();
        var bought = use.seatsBought();
        return used == null || bought == null
                ? Fact.of("Seats", "No data")
                : Fact.of("Seats", "%,d of %,d used".formatted(used, bought));
    }

    private static Fact overdue(@Nullable Integer days) {
        if (days == null) {
            return Fact.of("Oldest invoice", "No data");
        }
        return Fact.of("Oldest invoice", days > 0 ? "overdue " + days + " d" : "on time");
    }

    private static String age(LocalDate day, LocalDate today) {
        var days = ChronoUnit.DAYS.between(day, today);
        return days == 0 ? "today" : days + " d ago";
    }
}
