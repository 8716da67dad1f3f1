package dev.keepwell.recount;

import dev.keepwell.kernel.Period;
import dev.keepwell.metric.Span;
import dev.keepwell.recount.Books.Contract;
import dev.keepwell.recount.Rates.MissingRate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What became of the contracts that fell due in a period, as it looked at the close of a day.
final class Renewals {

    static final int GRACE_DAYS = 30;

    /// One due contract: what it was worth a year and what it is worth now, in one currency. Until
    /// it is decided or its grace is over, it may still be renewed.
    record Case(BigDecimal due, BigDecimal renewed, boolean isRenewed, boolean isOpen) {}

    private final List<Contract> contracts;
    private final Rates rates;

    Renewals(List<Contract> contracts, Rates rates) {
        this.contracts = contracts;
        this.rates = rates;
    }

    /// The contracts due in the period, of accounts that belonged on the due date.
    List<Case> due(Group group, Period period, LocalDate asOf) throws MissingRate {
        var opening = period.start().minusDays(1);
        var cases = new ArrayList<Case>();
        for (var it : contracts) {
            if (period.contains(it.end())
                    && group.accounts().contains(it.account())
                    && group.holds(it.account(), it.end())) {
                cases.add(outcome(it, opening, asOf));
            }
        }
        return cases;
    }

    private Case outcome(Contract contract, LocalDate opening, LocalDate asOf) throws MissingRate {
        var due = worth(contract, opening);
        var successors = successors(contract, asOf);
        if (!successors.isEmpty()) {
            var renewed = BigDecimal.ZERO;
            for (var it : successors) {
                renewed = renewed.add(share(contract, it, opening));
            }
            return new Case(due, renewed, true, false);
        }
        if (isRenewedWithoutSuccessor(contract, asOf)) {
            return new Case(due, due, true, false);
        }
        var isLost = contract.outcome().equals("lost") && isDecided(contract, asOf);
        var isOpen = !isLost && !asOf.isAfter(contract.end().plusDays(GRACE_DAYS));
        return new Case(due, BigDecimal.ZERO, false, isOpen);
    }

    /// Links and dates win over words: what was signed until grace ended, however early.
    private List<Contract> successors(Contract contract, LocalDate asOf) {
        return contracts.stream()
                .filter(it -> it.renews().contains(contract.id()))
                .filter(it -> !signed(it).isAfter(asOf))
                .filter(it -> !signed(it).isAfter(contract.end().plusDays(GRACE_DAYS)))
                .toList();
    }

    private static LocalDate signed(Contract contract) {
        return Optional.ofNullable(contract.signedOn()).orElse(contract.start());
    }

    /// A contract that renews several is shared among them by what each was worth.
    private BigDecimal share(Contract contract, Contract successor, LocalDate opening)
            throws MissingRate {
        var all = BigDecimal.ZERO;
        for (var it : contracts) {
            if (successor.renews().contains(it.id())) {
                all = all.add(worth(it, opening));
            }
        }
        return worth(successor, opening)
                .multiply(worth(contract, opening))
                .divide(all, MathContext.DECIMAL128)
                .setScale(20, RoundingMode.HALF_EVEN);
    }

    /// By itself on the due date, or by word within grace.
    private boolean isRenewedWithoutSuccessor(Contract contract, LocalDate asOf) {
        var isOver = !contract.end().isAfter(asOf);
        if (contract.autoRenews() && isOver && !isGivenNotice(contract)) {
            return true;
        }
        return contract.outcome().equals("renewed")
                && isDecided(contract, asOf)
                && !decided(contract).isAfter(contract.end().plusDays(GRACE_DAYS))
                && (contract.autoRenews() || !hasSuccessor(contract, asOf));
    }

    /// Signed in time or too late, it says more than the word.
    private boolean hasSuccessor(Contract contract, LocalDate asOf) {
        return contracts.stream()
                .anyMatch(it -> it.renews().contains(contract.id()) && !signed(it).isAfter(asOf));
    }

    /// Once it has renewed itself, nobody can lose it any more.
    private static boolean isGivenNotice(Contract contract) {
        return contract.outcome().equals("lost") && !decided(contract).isAfter(contract.end());
    }

    private static boolean isDecided(Contract contract, LocalDate asOf) {
        return !decided(contract).isAfter(asOf);
    }

    private static LocalDate decided(Contract contract) {
        return Optional.ofNullable(contract.decidedOn()).orElse(contract.end());
    }

    private BigDecimal worth(Contract contract, LocalDate day) throws MissingRate {
        return rates.convert(Amounts.NONE.plus(contract.currency(), contract.arr()), day);
    }

    Answer gross(Group group, Span span) {
        return rate(group, span, Renewals::atMostDue);
    }

    Answer net(Group group, Span span) {
        return rate(group, span, Case::renewed);
    }

    private static BigDecimal atMostDue(Case it) {
        return it.renewed().min(it.due());
    }

    private interface Kept {
        BigDecimal of(Case due);
    }

    private Answer rate(Group group, Span span, Kept kept) {
        try {
            var due = BigDecimal.ZERO;
            var renewed = BigDecimal.ZERO;
            for (var it : due(group, span.period(), span.asOf())) {
                due = due.add(it.due());
                renewed = renewed.add(kept.of(it));
            }
            return Answer.of(renewed, due);
        } catch (MissingRate e) {
            return Answer.MISSING_RATE;
        }
    }

    /// Contracts, whatever they are worth.
    Answer logo(Group group, Span span) {
        try {
            var cases = due(group, span.period(), span.asOf());
            return Answer.of(cases.stream().filter(Case::isRenewed).count(), cases.size());
        } catch (MissingRate e) {
            return Answer.MISSING_RATE;
        }
    }
}
