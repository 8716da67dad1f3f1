package dev.keepwell.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How a file writes its dates: a pattern such as `dd/MM/yyyy`, or seconds since 1970.
sealed interface DateForm {

    /// The same moment in ISO form. What does not fit stays as it is, to be refused by name later.
    String toIso(String text);

    record Pattern(DateTimeFormatter formatter) implements DateForm {
        @Override
        public String toIso(String text) {
            try {
                return formatter
                        .parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)
                        .toString();
            } catch (DateTimeException e) {
                return text;
            }
        }
    }

    record Epoch(int unitsPerSecond) implements DateForm {
        @Override
        public String toIso(String text) {
            try {
                var millis = Math.multiplyExact(Long.parseLong(text), 1_000L / unitsPerSecond);
                return Instant.ofEpochMilli(millis).toString();
            } catch (ArithmeticException | NumberFormatException e) {
                return text;
            }
        }
    }

    static DateForm of(Outline place) {
        return switch (place.text()) {
            case "epoch_s" -> new Epoch(1);
            case "epoch_ms" -> new Epoch(1_000);
            case String pattern -> {
                try {
                    yield new Pattern(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
                } catch (IllegalArgumentException e) {
                    throw place.refusal(
                            ("'%s' is not a date format."
                                            + " Write a pattern such as dd/MM/yyyy, epoch_s or"
                                            + " epoch_ms.")
                                    .formatted(pattern));
                }
            }
        };
    }
}
