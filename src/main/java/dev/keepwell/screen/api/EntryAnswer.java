package dev.keepwell.screen.api;

import dev.keepwell.kernel.Money;
import dev.keepwell.screen.portfolio.Entry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the list of accounts says of one, beside its record and its health.
record EntryAnswer(
        boolean customer,
        @Nullable String segment,
        @Nullable String plan,
        @Nullable String owner,
        @Nullable Double change30,
        List<Entry.Reason> reasons,
        List<@Nullable Double> spark,
        @Nullable Turned turned,
        Entry.@Nullable Weakest weakest,
        Envelope.@Nullable Amount mrr,
        Envelope.@Nullable Amount mrrMoved,
        @Nullable LocalDate renewalOn,
        @Nullable Integer overdueDays,
        @Nullable Pulse pulse,
        Touch touch,
        @Nullable String sponsor,
        @Nullable Double nps,
        @Nullable Double dauMau,
        @Nullable Long seatsUsed,
        @Nullable Long seatsBought) {

    record Turned(String before, LocalDate on) {}

    record Pulse(String colour, LocalDate setOn) {}

    /// The state is touched, never or unknown.
    record Touch(String state, @Nullable LocalDate on) {

        static Touch of(Entry.Touch touch) {
            return switch (touch) {
                case Entry.Touch.On(var day) -> new Touch("touched", day);
                case Entry.Touch.Never() -> new Touch("never", null);
                case Entry.Touch.Unknown() -> new Touch("unknown", null);
            };
        }
    }

    static EntryAnswer of(Entry entry, String currency) {
        var traits = entry.traits();
        var standing = entry.standing();
        var turn = standing.turn();
        var revenue = entry.revenue();
        var care = entry.care();
        var pulse = care.pulse();
        var use = entry.use();
        return new EntryAnswer(
                traits.isCustomer(),
                traits.segment(),
                traits.plan(),
                traits.csm(),
                standing.delta30(),
                standing.reasons(),
                standing.spark(),
                turn == null ? null : new Turned(turn.before().word(), turn.on()),
                standing.weakest(),
                amount(revenue.mrr(), currency),
                amount(revenue.moved(), currency),
                revenue.renewalOn(),
                revenue.overdueDays(),
                pulse == null ? null : new Pulse(pulse.colour().word(), pulse.setOn()),
                Touch.of(care.touch()),
                care.sponsor(),
                care.nps(),
                use.dauMau(),
                use.seatsUsed(),
                use.seatsBought());
    }

    private static Envelope.@Nullable Amount amount(@Nullable BigDecimal amount, String currency) {
        return amount == null
                ? null
                : new Envelope.Amount(new Money(amount, currency).printed(), currency);
    }
}
