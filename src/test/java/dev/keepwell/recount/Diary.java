package dev.keepwell.recount;

import dev.keepwell.recount.Books.Contract;
import dev.keepwell.recount.Books.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One account, day by day: what it paid at the close, whether it was paused, whether it was a
/// customer, and what moved.
///
/// `known` is the last day whose news may count: a gap is bridged from the day of the return on.
final class Diary {

    static final int BRIDGE_GAP_DAYS = 14;
    static final int PAUSE_CUSTOMER_DAYS = 90;
    static final int PAST_DUE_DAYS = 90;

    /// A change of recurring revenue on one day. The amount is positive; a transfer has a sign.
    record Move(String kind, String reason, String currency, BigDecimal amount) {}

    /// The close of a day. Days on which nothing changed share one list of prices.
    private record Page(List<Price> live, Amounts paid, int pauseDay) {}

    /// What is on record about an account.
    record Account(List<Price> prices, Dunning dunning, List<Contract> contracts) {}

    private record Bridge(LocalDate back, Amounts amount) {}

    private final List<Price> prices;
    private final Map<String, BigDecimal> monthly = new HashMap<>();
    private final Dunning dunning;
    private final LocalDate first;
    private final List<Page> pages = new ArrayList<>();
    private final Map<LocalDate, Bridge> bridges = new HashMap<>();
    private @Nullable LocalDate firstPaid;

    /// Writes the diary from the first day, on which nothing has begun, to the last.
    Diary(Account account, LocalDate first, LocalDate last) {
        prices = account.prices();
        dunning = account.dunning();
        this.first = first;
        prices.forEach(it -> monthly.put(it.id(), MonthlyPrice.of(it, subscription(it))));
        var page = new Page(List.of(), Amounts.NONE, 0);
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            page = write(day, page);
            pages.add(page);
            if (firstPaid == null && !page.paid().isNone()) {
                firstPaid = day;
            }
        }
        bridge(account.contracts(), last);
    }

    private Page write(LocalDate day, Page yesterday) {
        var live = prices.stream().filter(it -> counts(it, day)).toList();
        var isPaused =
                prices.stream().anyMatch(it -> isRecurring(it, day) && it.state().equals("paused"));
        var pauseDay = live.isEmpty() && isPaused ? yesterday.pauseDay() + 1 : 0;
        if (live.equals(yesterday.live())) {
            return new Page(yesterday.live(), yesterday.paid(), pauseDay);
        }
        var paid = Amounts.NONE;
        for (var it : live) {
            paid = paid.plus(it.currency(), monthly(it));
        }
        return new Page(live, paid, pauseDay);
    }

    private static boolean isRecurring(Price price, LocalDate day) {
        return price.isAlive(day) && price.kind().equals("recurring");
    }

    /// Past due counts until the oldest invoice has been due for more than 90 days.
    private boolean counts(Price price, LocalDate day) {
        return isRecurring(price, day)
                && monthly(price).signum() > 0
                && switch (price.state()) {
                    case "active" -> true;
                    case "past_due" -> dunning.daysPastDue(day) <= PAST_DUE_DAYS;
                    default -> false;
                };
    }

    /// Who falls to zero, without a pause, and is back within 14 days had not left.
    private void bridge(List<Contract> contracts, LocalDate last) {
        LocalDate left = null;
        for (var day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            var before = page(day.minusDays(1)).paid();
            var now = page(day).paid();
            if (!before.isNone() && now.isNone()) {
                left = page(day).pauseDay() == 0 ? day : null;
            } else if (before.isNone() && !now.isNone() && left != null) {
                if (ChronoUnit.DAYS.between(left, day) <= gapMax(contracts, left, day)) {
                    var bridge = new Bridge(day, page(left.minusDays(1)).paid());
                    left.datesUntil(day).forEach(it -> bridges.put(it, bridge));
                }
                left = null;
            }
        }
    }

    /// While a renewal is negotiated, that is when a contract fell due in the gap and nobody had
    /// decided it by then, the grace of renewals is granted.
    private static int gapMax(List<Contract> contracts, LocalDate left, LocalDate back) {
        var isNegotiated =
                contracts.stream()
                        .filter(it -> Books.holds(left, back, it.end()))
                        .anyMatch(it -> isUndecided(it, contracts));
        return isNegotiated ? Renewals.GRACE_DAYS : BRIDGE_GAP_DAYS;
    }

    private static boolean isUndecided(Contract contract, List<Contract> contracts) {
        var decided = contract.decidedOn();
        var isSigned =
                contracts.stream()
                        .filter(it -> it.renews().contains(contract.id()))
                        .map(Contract::signedOn)
                        .anyMatch(it -> it != null && !it.isAfter(contract.end()));
        return !isSigned
                && (contract.outcome().equals("pending")
                        || decided != null && decided.isAfter(contract.end()));
    }

    Amounts paid(LocalDate day, LocalDate known) {
        var bridge = bridges.get(day);
        return bridge != null && !bridge.back().isAfter(known) ? bridge.amount() : page(day).paid();
    }

    boolean isPaying(LocalDate day, LocalDate known) {
        return !paid(day, known).isNone();
    }

    /// Paying, in a bridged gap, or paused for at most 90 days. Who never paid is none.
    boolean isCustomer(LocalDate day, LocalDate known) {
        return isPaying(day, known) || keepsPausing(day);
    }

    private boolean keepsPausing(LocalDate day) {
        var pauseDay = page(day).pauseDay();
        return pauseDay > 0 && pauseDay <= PAUSE_CUSTOMER_DAYS && hasPaidBefore(day);
    }

    boolean hasPaidBefore(LocalDate day) {
        return firstPaid != null && firstPaid.isBefore(day);
    }

    @Nullable LocalDate firstPaid() {
        return firstPaid;
    }

    /// Everything on one day nets to one movement, in each currency.
    List<Move> moves(LocalDate day, LocalDate known) {
        var yesterday = day.minusDays(1);
        var before = paid(yesterday, known);
        var now = paid(day, known);
        if (before == now) {
            return List.of();
        }
        var moves = new ArrayList<Move>();
        var transferred = transferred(day);
        transferred
                .byCurrency()
                .forEach((currency, it) -> moves.add(new Move("transfer", "", currency, it)));
        now.minus(before)
                .minus(transferred)
                .byCurrency()
                .forEach((currency, it) -> moves.add(move(day, known, currency, it)));
        return moves.stream().flatMap(it -> withoutExpired(it, day)).toList();
    }

    /// The part of a rise that is a discount coming off is no sale, whatever the row calls it.
    private Stream<Move> withoutExpired(Move move, LocalDate day) {
        var expired = expired(day, move.currency()).min(move.amount());
        var isRise = move.kind().equals("expansion") && !move.reason().equals("resume");
        if (!isRise || expired.signum() == 0) {
            return Stream.of(move);
        }
        var rest = move.amount().subtract(expired);
        return Stream.of(
                new Move("expansion", "discount_expired", move.currency(), expired),
                new Move("expansion", move.reason(), move.currency(), rest));
    }

    private BigDecimal expired(LocalDate day, String currency) {
        var expired = BigDecimal.ZERO;
        for (var it : page(day).live()) {
            var before = before(it);
            if (it.start().equals(day)
                    && it.currency().equals(currency)
                    && before != null
                    && page(day.minusDays(1)).live().contains(before)) {
                expired = expired.add(discount(before).subtract(discount(it)).max(BigDecimal.ZERO));
            }
        }
        return expired;
    }

    private BigDecimal discount(Price price) {
        return MonthlyPrice.list(price).subtract(monthly(price));
    }

    private Move move(LocalDate day, LocalDate known, String currency, BigDecimal change) {
        var amount = change.abs();
        if (!isPaying(day, known)) {
            return page(day).pauseDay() > 0
                    ? new Move("contraction", "pause", currency, amount)
                    : new Move("churn", "", currency, amount);
        }
        if (!isPaying(day.minusDays(1), known)) {
            if (keepsPausing(day.minusDays(1))) {
                return new Move("expansion", reason(day, currency), currency, amount);
            }
            var kind = hasPaidBefore(day) ? "reactivation" : "new";
            return new Move(kind, "", currency, amount);
        }
        return change.signum() > 0
                ? new Move("expansion", reason(day, currency), currency, amount)
                : new Move("contraction", "", currency, amount);
    }

    /// One that begins when a paused subscription is gone takes its place. One that is sold while
    /// others pause resumes nothing.
    private boolean resumes(Price price) {
        var before = before(price);
        return before == null
                ? prices.stream()
                        .anyMatch(it -> isPause(it) && price.start().equals(it.end()) && isLast(it))
                : isPause(before);
    }

    private static boolean isPause(Price price) {
        return price.kind().equals("recurring") && price.state().equals("paused");
    }

    private boolean isLast(Price price) {
        return subscription(price).stream()
                .noneMatch(it -> it.kind().equals("recurring") && it.start().equals(price.end()));
    }

    /// What arrives by a merge of accounts, less what leaves by one.
    private Amounts transferred(LocalDate day) {
        var sum = Amounts.NONE;
        for (var it : page(day).live()) {
            if (it.start().equals(day) && it.reasonStart().equals("transfer")) {
                sum = sum.plus(it.currency(), monthly(it));
            }
        }
        for (var it : page(day.minusDays(1)).live()) {
            if (day.equals(it.end()) && it.reasonEnd().equals("transfer")) {
                sum = sum.plus(it.currency(), monthly(it).negate());
            }
        }
        return sum;
    }

    /// Why a price rose: what the stretch that begins on the day says.
    private String reason(LocalDate day, String currency) {
        for (var it : page(day).live()) {
            if (it.start().equals(day) && it.currency().equals(currency)) {
                if (resumes(it)) {
                    return "resume";
                }
                if (!it.reasonStart().isEmpty()) {
                    return it.reasonStart();
                }
            }
        }
        return "";
    }

    private @Nullable Price before(Price price) {
        return subscription(price).stream()
                .filter(it -> it.kind().equals("recurring") && price.start().equals(it.end()))
                .findFirst()
                .orElse(null);
    }

    private List<Price> subscription(Price price) {
        return prices.stream()
                .filter(it -> it.subscription().equals(price.subscription()))
                .toList();
    }

    private BigDecimal monthly(Price price) {
        return monthly.getOrDefault(price.id(), BigDecimal.ZERO);
    }

    private Page page(LocalDate day) {
        var place = (int) (day.toEpochDay() - first.toEpochDay());
        return place < 0 ? new Page(List.of(), Amounts.NONE, 0) : pages.get(place);
    }
}
