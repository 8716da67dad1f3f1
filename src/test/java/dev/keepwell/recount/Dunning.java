package dev.keepwell.recount;

import dev.keepwell.recount.Books.Invoice;
import dev.keepwell.recount.Books.Payment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// How late an account is with its invoices.
final class Dunning {

    private static final BigDecimal TOLERANCE = BigDecimal.ONE;

    private final List<Invoice> invoices;
    private final List<Payment> payments;

    /// `payments` include what was taken back by credit notes.
    Dunning(List<Invoice> invoices, List<Payment> payments) {
        this.invoices = invoices;
        this.payments = payments;
    }

    /// Days since the due date of the oldest invoice that is open at the close of the day.
    long daysPastDue(LocalDate day) {
        return invoices.stream()
                .filter(it -> isOpen(it, day))
                .mapToLong(it -> ChronoUnit.DAYS.between(it.dueOn(), day))
                .max()
                .orElse(0);
    }

    private boolean isOpen(Invoice invoice, LocalDate day) {
        return !invoice.status().equals("void")
                && !invoice.issuedOn().isAfter(day)
                && (invoice.paidOn() == null || invoice.paidOn().isAfter(day))
                && balance(invoice, day).compareTo(TOLERANCE) >= 0;
    }

    private BigDecimal balance(Invoice invoice, LocalDate day) {
        return payments.stream()
                .filter(it -> it.invoice().equals(invoice.id()) && !it.on().isAfter(day))
                .map(Payment::amount)
                .reduce(invoice.total(), BigDecimal::subtract);
    }
}
