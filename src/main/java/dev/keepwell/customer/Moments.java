package dev.keepwell.customer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/// Reads dates and times. A time without a zone is one of the workspace, unless the file says
/// otherwise; a day without a time begins at its midnight.
record Moments(ZoneId workspaceZone, ZoneId fileZone) {

    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 9999;

    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder()
                    .appendPattern("HH:mm[:ss]")
                    .optionalStart()
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .optionalEnd()
                    .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter ISO =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM-dd")
                    .optionalStart()
                    .appendPattern("['T'][' ']")
                    .append(TIME)
                    .appendPattern("[' ']")
                    .optionalStart()
                    .appendOffset("+HH:mm", "Z")
                    .optionalEnd()
                    .optionalStart()
                    .appendOffset("+HHmm", "Z")
                    .optionalEnd()
                    .optionalStart()
                    .appendOffset("+HH", "Z")
                    .optionalEnd()
                    .optionalEnd()
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private static final int DATE_LENGTH = "2025-03-01".length();

    LocalDate day(String text) {
        var rule = new Rule("not_a_date", "A date is written like 2025-03-01");
        var day =
                switch (parse(text, rule)) {
                    case OffsetDateTime it -> dayOf(it.toInstant());
                    case LocalDateTime it -> it.toLocalDate();
                    case TemporalAccessor it -> LocalDate.from(it);
                };
        if (day.getYear() > YEAR_MAX) {
            throw rule.broken(text);
        }
        return day;
    }

    /// As fine as it is kept, to the microsecond: what is exported says the same again. A zone may
    /// carry the last evening of the last year over into the next one.
    Instant instant(String text) {
        var rule = new Rule("not_an_instant", "A time is written like 2025-03-01T13:45:00Z");
        var instant =
                switch (parse(text, rule)) {
                    case OffsetDateTime it -> it.toInstant();
                    case LocalDateTime it -> it.atZone(fileZone).toInstant();
                    case TemporalAccessor it -> startOf(LocalDate.from(it));
                };
        if (instant.atOffset(ZoneOffset.UTC).getYear() > YEAR_MAX
                || dayOf(instant).getYear() > YEAR_MAX) {
            throw rule.broken(text);
        }
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /// A day is one of the workspace: an event of 1 March stays on 1 March wherever it was written.
    Instant startOf(LocalDate day) {
        return day.atStartOfDay(workspaceZone).toInstant();
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, workspaceZone);
    }

    /// Asks before it reads: a time that is not there would cost an exception for each row.
    private static TemporalAccessor read(String text) {
        if (text.length() == DATE_LENGTH) {
            return LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE);
        }
        var parsed = ISO.parse(text);
        if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
            return OffsetDateTime.from(parsed);
        }
        return LocalDateTime.from(parsed);
    }

    private static TemporalAccessor parse(String text, Rule rule) {
        try {
            var parsed = read(text.strip());
            int year = parsed.get(ChronoField.YEAR);
            if (year >= YEAR_MIN && year <= YEAR_MAX) {
                return parsed;
            }
        } catch (DateTimeException e) {
            // Falls through to the one sentence that covers both: not a date, or not a year of
            // ours.
        }
        throw rule.broken(text);
    }

    private record Rule(String reason, String sentence) {

        Unfit broken(String text) {
            return new Unfit(
                    reason,
                    "%s, in a year from %d to %d, but got '%s'."
                            .formatted(sentence, YEAR_MIN, YEAR_MAX, text));
        }
    }
}
