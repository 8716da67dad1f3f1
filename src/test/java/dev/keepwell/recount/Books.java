package dev.keepwell.recount;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The canonical rows of a company, as the recount reads them. An end that is null is open, and an
/// end is the first day that no longer belongs.
final class Books {

    record Account(String id, @Nullable String parent, @Nullable String segment, boolean isLogo) {}

    /// An account belongs to a segment or to a manager for a while.
    record Belonging(String account, String group, LocalDate from, @Nullable LocalDate to) {

        boolean holds(LocalDate day) {
            return Books.holds(from, to, day);
        }
    }

    /// One stretch of a subscription at one price: a row of `subscription_segment`.
    record Price(
            String id,
            String subscription,
            String account,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal percentOff,
            BigDecimal amountOff,
            String currency,
            String unit,
            int count,
            LocalDate start,
            @Nullable LocalDate end,
            String kind,
            String state,
            String reasonStart,
            String reasonEnd) {

        boolean isAlive(LocalDate day) {
            return Books.holds(start, end, day);
        }

        boolean isDiscounted() {
            return percentOff.signum() > 0 || amountOff.signum() > 0;
        }
    }

    record Rate(String currency, LocalDate day, BigDecimal rate) {}

    /// `paidOn` is when an invoice without payments on record was settled.
    record Invoice(
            String id,
            String account,
            LocalDate issuedOn,
            LocalDate dueOn,
            BigDecimal total,
            String currency,
            String status,
            @Nullable LocalDate paidOn) {}

    /// Money received for an invoice, or taken back from it.
    record Payment(String id, String invoice, BigDecimal amount, LocalDate on) {}

    record Contract(
            String id,
            String account,
            LocalDate start,
            LocalDate end,
            BigDecimal arr,
            String currency,
            boolean autoRenews,
            List<String> renews,
            @Nullable LocalDate signedOn,
            String outcome,
            @Nullable LocalDate decidedOn) {}

    record User(String id, String kind, @Nullable String mergedInto) {}

    /// A user of an account, with the licence held there; guests hold none.
    record Seat(
            String user,
            String account,
            @Nullable String licence,
            LocalDate from,
            @Nullable LocalDate to) {}

    /// How many seats an account has bought; null means without limit.
    record Seats(
            String account,
            String licence,
            @Nullable Integer seats,
            LocalDate from,
            @Nullable LocalDate to) {}

    record Event(
            String id, String account, String user, String name, java.time.Instant at, int count) {}

    record Meaning(String event, boolean qualifies, LocalDate from, @Nullable LocalDate to) {}

    final List<Account> accounts = new ArrayList<>();
    final List<Belonging> segments = new ArrayList<>();
    final List<Belonging> managers = new ArrayList<>();
    final List<Price> prices = new ArrayList<>();
    final List<Rate> rates = new ArrayList<>();
    final List<Invoice> invoices = new ArrayList<>();
    final List<Payment> payments = new ArrayList<>();
    final List<Payment> credits = new ArrayList<>();
    final List<Contract> contracts = new ArrayList<>();
    final List<User> users = new ArrayList<>();
    final List<Seat> licences = new ArrayList<>();
    final List<Seats> seats = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final List<Meaning> meanings = new ArrayList<>();

    static boolean holds(LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    void add(Books other) {
        accounts.addAll(other.accounts);
        segments.addAll(other.segments);
        managers.addAll(other.managers);
        prices.addAll(other.prices);
        rates.addAll(other.rates);
        invoices.addAll(other.invoices);
        payments.addAll(other.payments);
        credits.addAll(other.credits);
        contracts.addAll(other.contracts);
        users.addAll(other.users);
        licences.addAll(other.licences);
        seats.addAll(other.seats);
        events.addAll(other.events);
        meanings.addAll(other.meanings);
    }
}
