package dev.keepwell.source;

import dev.keepwell.kernel.CountryNames;
import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.MinorUnits;
import dev.keepwell.kernel.SalesforceId;
import dev.keepwell.source.Mapping.Word;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is done to a value on its way into its column.
///
/// A value that does not fit stays as it is, to be refused by name later, except where a form says
/// that it takes only what it can read.
sealed interface ValueForm {

    /// The value changed, with the value of the column beside it.
    String apply(String text, String beside);

    /// The column that the form looks at as well, if any.
    default @Nullable Word beside() {
        return null;
    }

    /// A form that needs nothing else.
    enum Plain implements ValueForm {
        LOWER {
            @Override
            public String apply(String text, String beside) {
                return text.toLowerCase(Locale.ROOT);
            }
        },
        /// 15 and 18 characters are one id.
        SALESFORCE_ID {
            @Override
            public String apply(String text, String beside) {
                return SalesforceId.read(text).orElse(text);
            }
        },
        /// The host of an address, or nothing: a note in the field for the website is no website.
        DOMAIN_OF {
            @Override
            public String apply(String text, String beside) {
                var host = text.toLowerCase(Locale.ROOT).replaceFirst("^[a-z][a-z0-9+.-]*://", "");
                host = host.replaceFirst("[/?#].*$", "").replaceFirst("^.*@", "");
                host = host.replaceFirst(":\\d+$", "").replaceFirst("^www\\.", "");
                return HOST.matcher(host).matches() ? host : "";
            }
        },
        /// A code or a name of a country, or nothing.
        COUNTRY {
            @Override
            public String apply(String text, String beside) {
                return CountryNames.code(text).orElse("");
            }
        },
        /// 12.5 is 0.125.
        PERCENT {
            @Override
            public String apply(String text, String beside) {
                return number(text, it -> it.movePointLeft(2));
            }
        },
        /// A short id made of a long text.
        HASH {
            @Override
            public String apply(String text, String beside) {
                return Fingerprint.of(text).id("row");
            }
        },
        /// The day of a moment, as it is written.
        DAY {
            @Override
            public String apply(String text, String beside) {
                return DAY_AHEAD.matcher(text).lookingAt() ? text.substring(0, 10) : text;
            }
        };

        private static final Pattern HOST =
                Pattern.compile("([\\p{L}\\p{N}-]+\\.)+\\p{L}[\\p{L}\\p{N}-]+");
        private static final Pattern DAY_AHEAD = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]");
    }

    /// A date as the file writes it.
    record Dated(DateForm form) implements ValueForm {
        @Override
        public String apply(String text, String beside) {
            return form.toIso(text);
        }
    }

    /// An amount in the smallest units of the currency that stands in another column.
    record Minor(Word beside) implements ValueForm {
        @Override
        public String apply(String text, String currency) {
            try {
                return number(text, it -> MinorUnits.major(it, currency));
            } catch (IllegalArgumentException e) {
                return text;
            }
        }
    }

    /// A number of months, told as the day on which they began if they end on the day given.
    record MonthsBefore(LocalDate day) implements ValueForm {
        @Override
        public String apply(String text, String beside) {
            try {
                return day.minusMonths(Integer.parseInt(text)).toString();
            } catch (NumberFormatException | DateTimeException e) {
                return text;
            }
        }
    }

    /// The day that lies some months after the one in the column.
    record MonthsAfter(int months) implements ValueForm {
        @Override
        public String apply(String text, String beside) {
            try {
                var day = LocalDate.parse(Plain.DAY.apply(text, ""));
                return day.plusMonths(months).toString();
            } catch (DateTimeException e) {
                return text;
            }
        }
    }

    /// What an amount for some months amounts to in a year.
    record PerYear(int months) implements ValueForm {
        private static final int MONTHS = 12;
        private static final int SCALE = 4;

        @Override
        public String apply(String text, String beside) {
            return number(
                    text,
                    it ->
                            it.multiply(BigDecimal.valueOf(MONTHS))
                                    .divide(
                                            BigDecimal.valueOf(months),
                                            SCALE,
                                            RoundingMode.HALF_UP));
        }
    }

    /// Multiplied.
    record Times(int factor) implements ValueForm {
        @Override
        public String apply(String text, String beside) {
            return number(text, it -> it.multiply(BigDecimal.valueOf(factor)));
        }
    }

    /// Divided and rounded to a whole number.
    record DividedBy(int divisor) implements ValueForm {
        @Override
        public String apply(String text, String beside) {
            return number(
                    text, it -> it.divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP));
        }
    }

    /// The minutes from the moment in the column to that in another.
    record MinutesUntil(Word beside) implements ValueForm {
        @Override
        public String apply(String text, String end) {
            try {
                return String.valueOf(Duration.between(moment(text), moment(end)).toMinutes());
            } catch (DateTimeException e) {
                return "";
            }
        }

        private static LocalDateTime moment(String text) {
            return LocalDateTime.parse(
                    text.replace(' ', 'T').replaceFirst("(Z|[+-]\\d{2}:?\\d{2})$", ""),
                    DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        }
    }

    /// A change that needs a parameter which nobody has said.
    record Unsaid(String parameter) implements ValueForm {
        @Override
        public String apply(String text, String beside) {
            return "";
        }
    }

    private static String number(String text, UnaryOperator<BigDecimal> change) {
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text;
        }
        return change.apply(number).toPlainString();
    }
}
