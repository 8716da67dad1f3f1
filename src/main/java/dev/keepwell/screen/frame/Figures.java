package dev.keepwell.screen.frame;

import dev.keepwell.health.Band;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;

/// How figures are written on every page: one way for each kind, and never an exponent, a bare
/// minus or a digit that nobody asked for.
public final class Figures {

    private static final Locale LOCALE = Locale.UK;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", LOCALE);
    private static final BigDecimal COMPACT_FROM = BigDecimal.valueOf(10_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Figures() {}

    /// `69.3`: one decimal, half up, as bands read it.
    public static String score(BigDecimal score) {
        return fixed(score, 1);
    }

    /// `18.00`: so that the parts on screen add up to the whole.
    public static String points(BigDecimal points) {
        return fixed(points, 2);
    }

    /// `−5.3` with a real minus, `+1.2`, and `0.0` without a sign.
    public static String signed(BigDecimal change, int decimals) {
        var rounded = change.setScale(decimals, RoundingMode.HALF_UP);
        var digits = fixed(rounded.abs(), decimals);
        return switch (rounded.signum()) {
            case -1 -> "−" + digits;
            case 1 -> "+" + digits;
            default -> digits;
        };
    }

    /// `12,403`, or `0.6896` with as many decimals as it has, up to `decimalsMax`.
    public static String number(BigDecimal number, int decimalsMax) {
        var format = NumberFormat.getNumberInstance(LOCALE);
        format.setMaximumFractionDigits(decimalsMax);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number).replace('-', '−');
    }

    /// `69.0 %` of a fraction.
    public static String percent(BigDecimal fraction) {
        return fixed(fraction.multiply(HUNDRED), 1) + " %";
    }

    /// `€6,200`, and `€182.4k` from ten thousand on.
    public static String money(BigDecimal amount, String currency) {
        var sign = amount.signum() < 0 ? "−" : "";
        var symbol = Currency.getInstance(currency).getSymbol(LOCALE);
        return sign + symbol + compact(amount.abs());
    }

    /// `€182,400.00`, for whoever points at the short form.
    public static String moneyInFull(BigDecimal amount, String currency) {
        var format = NumberFormat.getCurrencyInstance(LOCALE);
        format.setCurrency(Currency.getInstance(currency));
        return format.format(amount).replace('-', '−');
    }

    /// `22 Nov 2026`.
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// `48 d`, `overdue 3 d`, and `in 5 months` beyond ninety days.
    public static String countdown(LocalDate today, LocalDate due) {
        var days = ChronoUnit.DAYS.between(today, due);
        if (days < 0) {
            return "overdue %d d".formatted(-days);
        }
        return days <= 90 ? days + " d" : ChronoUnit.MONTHS.between(today, due) + " months";
    }

    /// The letter beside a glyph, so that no colour has to be told apart.
    public static String letter(Band band) {
        return switch (band) {
            case RED -> "R";
            case YELLOW -> "Y";
            case GREEN -> "G";
            case GREY -> "–";
        };
    }

    /// What a band is called in a sentence.
    public static String word(Band band) {
        return switch (band) {
            case RED -> "Red";
            case YELLOW -> "Yellow";
            case GREEN -> "Green";
            case GREY -> "No score";
        };
    }

    private static String compact(BigDecimal amount) {
        if (amount.compareTo(COMPACT_FROM) < 0) {
            return number(amount, 0);
        }
        return amount.compareTo(MILLION) < 0
                ? fixed(amount.movePointLeft(3), 1) + "k"
                : fixed(amount.movePointLeft(6), 1) + "M";
    }

    private static String fixed(BigDecimal number, int decimals) {
        var format = NumberFormat.getNumberInstance(LOCALE);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number).replace('-', '−');
    }
}
