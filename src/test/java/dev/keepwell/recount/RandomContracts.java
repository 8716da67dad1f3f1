package dev.keepwell.recount;

import dev.keepwell.recount.Books.Contract;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The terms that an account of a random company signs: early, late and too late, split, merged, by
/// themselves, by word only, lost or left undecided.
final class RandomContracts {

    private final Books books;
    private final Dice dice;
    private int number;

    RandomContracts(Books books, Dice dice) {
        this.books = books;
        this.dice = dice;
    }

    void draw(String account) {
        var currency = dice.oneOf("USD", "USD", "EUR");
        var start = dice.day(RandomCompany.BIRTH, RandomCompany.BIRTH.plusDays(300));
        var terms = List.of(term(account, currency, start));
        for (int i = dice.between(0, 4); i > 0; i--) {
            terms = next(account, currency, terms);
        }
        end(terms);
    }

    /// What is signed when a term is due, which may be two contracts for one, or one for two.
    private List<Contract> next(String account, String currency, List<Contract> due) {
        var end = due.getFirst().end();
        var signed = end.plusDays(dice.oneOf(-90, -1, 0, 10, 29, 30, 31, 45));
        var start = signed.isAfter(end) ? signed : end;
        var ids = due.stream().map(Contract::id).toList();
        var many = due.size() == 1 && dice.oneIn(5) ? 2 : 1;
        var next = new ArrayList<Contract>();
        for (int i = 0; i < many; i++) {
            next.add(successor(term(account, currency, start), ids, signed));
        }
        due.forEach(it -> add(it, dice.oneOf("pending", "renewed", "lost"), signed));
        return alike(next);
    }

    /// Terms of one split end together, so that one contract may renew them both.
    private static List<Contract> alike(List<Contract> terms) {
        var end = terms.getFirst().end();
        return terms.stream()
                .map(it ->
                        new Contract(
                                it.id(),
                                it.account(),
                                it.start(),
                                end,
                                it.arr(),
                                it.currency(),
                                it.autoRenews(),
                                it.renews(),
                                it.signedOn(),
                                it.outcome(),
                                it.decidedOn()))
                .toList();
    }

    private Contract term(String account, String currency, LocalDate start) {
        number++;
        return new Contract(
                "k%s-%d".formatted(account, number),
                account,
                start,
                start.plusMonths(dice.oneOf(3, 6, 12, 12, 24)),
                BigDecimal.valueOf(dice.between(1, 90), -2).setScale(2),
                currency,
                dice.oneIn(5),
                List.of(),
                start,
                "pending",
                null);
    }

    private static Contract successor(Contract it, List<String> renews, LocalDate signed) {
        return new Contract(
                it.id(),
                it.account(),
                it.start(),
                it.end(),
                it.arr(),
                it.currency(),
                it.autoRenews(),
                renews,
                signed,
                it.outcome(),
                it.decidedOn());
    }

    /// The last terms may end by word alone.
    private void end(List<Contract> terms) {
        var decided = terms.getFirst().end().plusDays(dice.oneOf(-20, 0, 15, 30, 31));
        terms.forEach(it -> add(it, dice.oneOf("pending", "renewed", "lost"), decided));
    }

    private void add(Contract it, String outcome, LocalDate decided) {
        @Nullable LocalDate on = outcome.equals("pending") ? null : decided;
        books.contracts.add(
                new Contract(
                        it.id(),
                        it.account(),
                        it.start(),
                        it.end(),
                        it.arr(),
                        it.currency(),
                        it.autoRenews(),
                        it.renews(),
                        it.signedOn(),
                        outcome,
                        on));
    }
}
