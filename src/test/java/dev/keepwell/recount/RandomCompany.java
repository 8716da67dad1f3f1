package dev.keepwell.recount;

import dev.keepwell.recount.Books.Account;
import dev.keepwell.recount.Books.Belonging;
import dev.keepwell.recount.Books.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A small company drawn from a seed, with everything at once that a definition must get right. Its
/// ids begin with its name, so that many of them live side by side.
final class RandomCompany {

    static final LocalDate BIRTH = LocalDate.of(2024, 1, 1);
    static final LocalDate TODAY = LocalDate.of(2025, 12, 31);

    private static final List<String> CURRENCIES = List.of("EUR", "GBP", "JPY");
    private static final int ACCOUNTS = 5;

    private final String name;
    private final Dice dice;
    private final Books books = new Books();
    private boolean isUsed;
    private boolean mergers;

    RandomCompany(String name, long seed) {
        this.name = name;
        this.dice = new Dice(seed);
    }

    Books draw() {
        for (int i = 1; i <= ACCOUNTS; i++) {
            account(name + "a" + i);
        }
        if (mergers && dice.oneIn(3)) {
            new RandomPrices(books, dice).merge(name + "a1", name + "a2");
        }
        if (isUsed) {
            var accounts = books.accounts.stream().map(Account::id).toList();
            new RandomUsage(name, books, dice).draw(accounts);
        }
        return books;
    }

    /// With people who use the product.
    RandomCompany used() {
        isUsed = true;
        return this;
    }

    /// Some of them let one account become part of another.
    RandomCompany merging() {
        mergers = true;
        return this;
    }

    private void account(String id) {
        var segment = dice.oneOf("small", "large", "");
        books.accounts.add(
                new Account(id, null, segment.isEmpty() ? null : name + segment, !dice.oneIn(5)));
        if (dice.oneIn(2)) {
            belongings(books.segments, id, List.of(name + "small", name + "large"));
        }
        belongings(books.managers, id, List.of(name + "mia", name + "leo"));
        new RandomPrices(books, dice).draw(id);
        new RandomContracts(books, dice).draw(id);
    }

    /// One after another, with a gap at times, and now and then none at all.
    private void belongings(List<Belonging> list, String account, List<String> groups) {
        var day = dice.day(BIRTH, BIRTH.plusDays(60));
        for (int i = dice.between(0, 3); i > 0; i--) {
            var end = dice.day(day.plusDays(1), day.plusDays(300));
            @Nullable LocalDate to = i == 1 && dice.oneIn(2) ? null : end;
            list.add(new Belonging(account, dice.oneOf(groups), day, to));
            day = dice.oneIn(3) ? end.plusDays(dice.between(1, 40)) : end;
        }
    }

    /// Rates of all currencies, with holes of which some are too long.
    static List<Rate> rates(long seed) {
        var dice = new Dice(seed);
        var rates = new ArrayList<Rate>();
        for (var currency : CURRENCIES) {
            var day = BIRTH.minusDays(20);
            while (day.isBefore(TODAY.plusDays(10))) {
                var rate =
                        currency.equals("JPY")
                                ? dice.decimal(6000, 8000, 6)
                                : dice.decimal(10_000, 14_000, 4);
                rates.add(new Rate(currency, day, rate));
                day = day.plusDays(dice.oneIn(60) ? dice.between(8, 12) : dice.between(1, 8));
            }
        }
        return rates;
    }
}
