package dev.keepwell.source.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A day as people write it, with or without a time: `31.12.2024`, `12/31/24 3:05 PM`, `31 Dec
/// 2024`. Which number comes first is known of the file, never guessed from one cell.
record DayText(int first, int second, int third, String separator, String time) {

    private static final String TIME =
            "(?:[ T,]+(?<time>\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?"
                    + " ?(?:[AaPp]\\.?[Mm]\\.?)? ?(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?))?";
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,4})([-/. ]|\\. )(\\d{1,2})\\2(\\d{4}|\\d{1,2})" + TIME);
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?:(?<d1>\\d{1,2})(?:st|nd|rd|th|\\.)?[- ](?<m1>\\p{L}{3,9})\\.?[-, ]+"
                            + "|(?<m2>\\p{L}{3,9})\\.?[- ](?<d2>\\d{1,2})(?:st|nd|rd|th)?,?[- ]+)"
                            + "(?<year>\\d{4}|\\d{2})"
                            + TIME);
    private static final Pattern ISO =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}.*)?");
    private static final Pattern CLOCK =
            Pattern.compile(
                    "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)? ?"
                            + "(?:([AaPp])\\.?[Mm]\\.?)? ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?");
    private static final List<String> MONTHS =
            Arrays.stream(Month.values())
                    .map(it -> it.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    .map(it -> it.toLowerCase(Locale.ROOT))
                    .toList();
    private static final int MONTHS_IN_YEAR = 12;
    private static final int DAYS_IN_MONTH_MAX = 31;
    private static final int CENTURY = 2000;
    private static final int HALF_DAY = 12;
    private static final int YEAR_LENGTH = 4;
    private static final int MONTH_LETTERS = 3;

    /// Empty where the text is no date of three numbers.
    static Optional<DayText> of(String text) {
        var match = NUMBERS.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var first = match.group(1);
        var last = match.group(4);
        boolean yearFirst = first.length() == YEAR_LENGTH;
        boolean oneYear =
                yearFirst
                        ? last.length() < YEAR_LENGTH
                        : last.length() > 1 && first.length() < MONTH_LETTERS;
        if (!oneYear) {
            return Optional.empty();
        }
        int year = Integer.parseInt(last);
        return Optional.of(
                new DayText(
                        Integer.parseInt(first),
                        Integer.parseInt(match.group(3)),
                        !yearFirst && last.length() == 2 ? CENTURY + year : year,
                        match.group(2),
                        text(match.group("time"))));
    }

    /// Whether the numbers alone make a day of it when they stand in this order.
    boolean fits(DateOrder order) {
        return day(order) != null;
    }

    boolean yearComesFirst() {
        return first > DAYS_IN_MONTH_MAX;
    }

    private @Nullable LocalDate day(DateOrder order) {
        return switch (order) {
            case YEAR_FIRST -> yearComesFirst() ? date(first, second, third) : null;
            case DAY_FIRST -> date(third, second, first);
            case MONTH_FIRST -> date(third, first, second);
            case UNKNOWN -> null;
        };
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        if (month < 1 || month > MONTHS_IN_YEAR || day < 1 || day > DAYS_IN_MONTH_MAX) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// Whether the text is a date in one order or another.
    static boolean isDay(String text) {
        return ISO.matcher(text).matches()
                || named(text) != null
                || of(text).filter(it ->
                                it.fits(DateOrder.YEAR_FIRST)
                                        || it.fits(DateOrder.DAY_FIRST)
                                        || it.fits(DateOrder.MONTH_FIRST))
                        .isPresent();
    }

    /// How a date is written in a file with this order, as a pattern: `dd/MM/yyyy`.
    static String pattern(String text, DateOrder order) {
        return of(text).map(it -> it.pattern(order))
                .orElseGet(() -> ISO.matcher(text).matches() ? "yyyy-MM-dd" : "d MMM yyyy");
    }

    /// The same in ISO form. What is no date in this order stays as it is, to be refused by name
    /// later.
    static String iso(String text, DateOrder order) {
        if (isIso(text)) {
            return text;
        }
        var clean = text.replace('\u00A0', ' ').replace('\u202F', ' ').strip();
        var named = named(clean);
        if (named != null) {
            return named;
        }
        var numbers = of(clean);
        if (numbers.isEmpty()) {
            return text;
        }
        var it = numbers.get();
        var day = it.day(it.yearComesFirst() ? DateOrder.YEAR_FIRST : order);
        var joined = day == null ? null : joined(day, it.time);
        return joined == null ? text : joined;
    }

    /// `2025-03-01`, alone or before a time that needs no translation.
    private static boolean isIso(String text) {
        return text.length() >= "2025-03-01".length()
                && text.charAt(YEAR_LENGTH) == '-'
                && !text.endsWith("C")
                && !text.endsWith("T")
                && !text.endsWith("M")
                && !text.endsWith("m");
    }

    /// A month by its English name needs no order.
    static @Nullable String named(String text) {
        var match = NAMED.matcher(text);
        if (!match.matches()) {
            return null;
        }
        var name = match.group("m1") == null ? match.group("m2") : match.group("m1");
        int month = month(name.toLowerCase(Locale.ROOT));
        var day = match.group("d1") == null ? match.group("d2") : match.group("d1");
        int year = Integer.parseInt(match.group("year"));
        var date = date(year < 100 ? CENTURY + year : year, month, Integer.parseInt(day));
        return date == null ? null : joined(date, text(match.group("time")));
    }

    private static int month(String name) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).startsWith(name)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static @Nullable String joined(LocalDate day, String time) {
        if (time.isEmpty()) {
            return day.toString();
        }
        var clock = CLOCK.matcher(time);
        var hour = clock.matches() ? hour(clock) : -1;
        if (hour < 0) {
            return null;
        }
        try {
            var rest = LocalTime.of(hour, number(clock.group(2)), number(clock.group(3)));
            var fraction = clock.group(4) == null ? "" : "." + clock.group(4);
            var seconds = "%02d:%02d:%02d".formatted(hour, rest.getMinute(), rest.getSecond());
            return day + "T" + seconds + fraction + zone(clock);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int hour(Matcher clock) {
        int hour = number(clock.group(1));
        var half = text(clock.group(5)).toLowerCase(Locale.ROOT);
        if (half.isEmpty()) {
            return hour;
        }
        if (hour < 1 || hour > HALF_DAY) {
            return -1;
        }
        return hour % HALF_DAY + (half.equals("p") ? HALF_DAY : 0);
    }

    private static String zone(Matcher clock) {
        var zone = text(clock.group(6));
        return zone.equals("UTC") || zone.equals("GMT") ? "Z" : zone;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group;
    }

    private String pattern(DateOrder order) {
        var parts =
                switch (yearComesFirst() ? DateOrder.YEAR_FIRST : order) {
                    case YEAR_FIRST -> List.of("yyyy", "MM", "dd");
                    case DAY_FIRST -> List.of("dd", "MM", "yyyy");
                    case MONTH_FIRST -> List.of("MM", "dd", "yyyy");
                    case UNKNOWN -> List.of("?", "?", "yyyy");
                };
        return String.join(separator, parts) + (time.isEmpty() ? "" : " HH:mm");
    }
}
