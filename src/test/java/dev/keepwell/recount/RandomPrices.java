package dev.keepwell.recount;

import dev.keepwell.recount.Books.Invoice;
import dev.keepwell.recount.Books.Payment;
import dev.keepwell.recount.Books.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What an account of a random company pays: subscriptions that change, pause, stop and come back,
/// with the lengths of stretches near the limits of the rules.
final class RandomPrices {

    /// Mergers are as old as this or younger.
    static final int MERGERS_DAYS = 300;

    private final Books books;
    private final Dice dice;
    private int number;

    RandomPrices(Books books, Dice dice) {
        this.books = books;
        this.dice = dice;
    }

    void draw(String account) {
        var currency = dice.oneOf("USD", "USD", "USD", "EUR", "GBP", "JPY");
        for (int i = dice.between(1, 2); i > 0; i--) {
            var other = dice.oneIn(8) ? "EUR" : currency;
            subscription(account, other);
        }
    }

    /// A price as it is drawn; the next one changes a little of it.
    private record Offer(
            int quantity,
            BigDecimal unitPrice,
            BigDecimal percentOff,
            BigDecimal amountOff,
            String unit,
            int count,
            String currency) {}

    /// From when until when it holds, and as what.
    private record Stretch(
            LocalDate start, @Nullable LocalDate end, String kind, String state, String reason) {}

    private void subscription(String account, String currency) {
        var subscription = account + "-s" + ++number;
        var day = dice.day(RandomCompany.BIRTH.plusDays(5), RandomCompany.TODAY.minusDays(100));
        var offer = offer(currency);
        var kind = dice.oneOf("recurring", "recurring", "recurring", "trial", "free");
        var reason = "";
        var state = "active";
        for (int i = dice.between(1, 7); i > 0; i--) {
            var end = day.plusDays(length(state));
            var isLast = i == 1;
            @Nullable LocalDate to = isLast && dice.oneIn(2) ? null : end;
            add(account, subscription, offer, new Stretch(day, to, kind, state, reason));
            if (state.equals("past_due")) {
                invoice(account, currency, day);
            }
            day = end;
            kind = dice.oneIn(12) ? dice.oneOf("free", "metered", "one_time") : "recurring";
            state = state();
            reason = "";
            switch (dice.between(0, 5)) {
                case 0 -> day = end.plusDays(gap());
                case 1 -> subscription = account + "-s" + ++number;
                case 2 -> {}
                default -> {
                    offer = changed(offer);
                    reason = dice.oneOf("", "upsell", "seats", "price", "escalator");
                }
            }
        }
    }

    private String state() {
        return dice.oneOf(
                "active", "active", "active", "active", "active", "paused", "past_due", "unpaid");
    }

    private int length(String state) {
        return switch (state) {
            case "paused" ->
                    dice.oneOf(1, 5, 13, 14, 15, 60, 89, 90, 91, 92, dice.between(80, 200));
            case "past_due" -> dice.oneOf(20, 60, 90, dice.between(80, 130));
            case String _ -> dice.oneOf(1, 3, 30, 31, 32, dice.between(5, 60), 150, 200);
        };
    }

    /// Around the fourteen days that are bridged.
    private int gap() {
        return dice.oneOf(1, 3, 12, 13, 14, 15, 16, 31, dice.between(1, 30), 120);
    }

    private Offer offer(String currency) {
        return discounted(
                new Offer(
                        dice.oneOf(1, 1, 5, 12),
                        dice.decimal(1000, 90_000, 2),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        dice.oneOf("month", "month", "day", "week", "quarter", "half_year", "year"),
                        dice.oneOf(1, 1, 1, 2),
                        currency));
    }

    private Offer discounted(Offer it) {
        var percent = dice.oneIn(4) ? dice.decimal(5, 60, 2) : BigDecimal.ZERO;
        var amount = dice.oneIn(8) ? dice.decimal(10, 300, 2) : BigDecimal.ZERO;
        return new Offer(
                it.quantity, it.unitPrice, percent, amount, it.unit, it.count, it.currency);
    }

    private Offer changed(Offer it) {
        return switch (dice.between(0, 4)) {
            case 0, 1 ->
                    new Offer(
                            dice.between(1, 15),
                            it.unitPrice,
                            it.percentOff,
                            it.amountOff,
                            it.unit,
                            it.count,
                            it.currency);
            case 2 -> offer(it.currency);
            default -> discounted(it);
        };
    }

    private void add(String account, String subscription, Offer offer, Stretch stretch) {
        books.prices.add(
                new Price(
                        "p%s-%d".formatted(account, books.prices.size()),
                        subscription,
                        account,
                        BigDecimal.valueOf(offer.quantity),
                        offer.unitPrice,
                        offer.percentOff,
                        offer.amountOff,
                        offer.currency,
                        offer.unit,
                        offer.count,
                        stretch.start,
                        stretch.end,
                        stretch.kind,
                        stretch.state,
                        stretch.reason,
                        ""));
    }

    /// Its age passes ninety days somewhere in the stretch, unless it is paid in time.
    private void invoice(String account, String currency, LocalDate day) {
        var id = "i%s-%d".formatted(account, books.invoices.size());
        var due = day.plusDays(dice.between(-95, 5));
        var total = dice.decimal(5_000, 50_000, 2);
        @Nullable LocalDate settled = dice.oneIn(4) ? due.plusDays(dice.between(1, 140)) : null;
        books.invoices.add(
                new Invoice(
                        id,
                        account,
                        due.minusDays(30),
                        due,
                        total,
                        currency,
                        settled == null ? dice.oneOf("open", "open", "open", "void") : "paid",
                        settled));
        if (settled == null && dice.oneIn(2)) {
            var rest = dice.oneOf("0", "0.99", "1.00", "20");
            var paid =
                    new Payment(
                            id + "p",
                            id,
                            total.subtract(new BigDecimal(rest)),
                            due.plusDays(dice.between(1, 140)));
            (dice.oneIn(2) ? books.payments : books.credits).add(paid);
        }
    }

    /// One account becomes part of another: what it pays goes over, and nobody has left.
    void merge(String from, String to) {
        var day = RandomCompany.TODAY.minusDays(dice.between(20, MERGERS_DAYS));
        var moved =
                books.prices.stream()
                        .filter(it -> it.account().equals(from) && it.isAlive(day))
                        .filter(it -> it.start().isBefore(day) && !it.state().equals("paused"))
                        .toList();
        books.prices.removeIf(it ->
                it.account().equals(from) && (moved.contains(it) || !it.start().isBefore(day)));
        for (var it : moved) {
            books.prices.add(left(it, day));
            books.prices.add(arrived(it, to, day));
        }
    }

    private static Price left(Price it, LocalDate day) {
        return new Price(
                it.id(),
                it.subscription(),
                it.account(),
                it.quantity(),
                it.unitPrice(),
                it.percentOff(),
                it.amountOff(),
                it.currency(),
                it.unit(),
                it.count(),
                it.start(),
                day,
                it.kind(),
                it.state(),
                it.reasonStart(),
                "transfer");
    }

    private static Price arrived(Price it, String account, LocalDate day) {
        return new Price(
                it.id() + "t",
                it.subscription() + "t",
                account,
                it.quantity(),
                it.unitPrice(),
                it.percentOff(),
                it.amountOff(),
                it.currency(),
                it.unit(),
                it.count(),
                day,
                it.end(),
                it.kind(),
                it.state(),
                "transfer",
                "");
    }
}
