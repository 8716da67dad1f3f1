package dev.keepwell.workspace;

import dev.keepwell.kernel.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;

/// How one workspace counts days and money: the rules that every number of it obeys.
public record Conventions(
        ZoneId zone, String currency, int fiscalYearStartMonth, Settings settings) {

    /// What a workspace starts with, until someone says otherwise.
    public static final Conventions DEFAULT =
            new Conventions(ZoneId.of("UTC"), "USD", 1, Settings.USUAL);

    public Conventions {
        if (fiscalYearStartMonth < 1 || fiscalYearStartMonth > 12) {
            throw Refusal.invalid(
                    "fiscal_year_start_month",
                    "A fiscal year starts in month 1 to 12, but got %d."
                            .formatted(fiscalYearStartMonth));
        }
    }

    /// Reads the conventions as people write them: `Europe/Berlin`, `EUR`, `4`.
    public static Conventions of(String zone, String currency, int fiscalYearStartMonth) {
        try {
            return new Conventions(
                    ZoneId.of(zone),
                    Currency.getInstance(currency).getCurrencyCode(),
                    fiscalYearStartMonth,
                    Settings.USUAL);
        } catch (DateTimeException e) {
            throw Refusal.invalid(
                    "reporting_zone",
                    "A zone is an IANA name such as Europe/Berlin, but got '%s'.".formatted(zone));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    "reporting_currency",
                    "A currency is an ISO 4217 code such as EUR, but got '%s'."
                            .formatted(currency));
        }
    }

    /// The same under other settings.
    public Conventions under(Settings others) {
        return new Conventions(zone, currency, fiscalYearStartMonth, others);
    }

    /// The calendar date of an instant where this workspace does its reporting.
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
