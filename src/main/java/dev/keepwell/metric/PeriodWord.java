package dev.keepwell.metric;

import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A period as people write it: `2025-03`, `2025-Q1`, `2025`, `ttm`, `90d` or `START/END`.
///
/// Quarters and years are the workspace's fiscal ones. A fiscal year is named after the calendar
/// year in which it ends, as companies name theirs. `END` is the first day that no longer belongs.
final class PeriodWord {

    /// One way of writing a period, and how it is read.
    private record Form(Pattern shape, Reader reader) {

        static Form of(String shape, Reader reader) {
            return new Form(Pattern.compile(shape), reader);
        }
    }

    private interface Reader {
        Period read(MatchResult word, LocalDate asOf, int startMonth);
    }

    private static final List<Form> FORMS =
            List.of(
                    Form.of(
                            "(\\d{4})-(\\d{2})",
                            (word, _, _) ->
                                    months(LocalDate.of(number(word, 1), number(word, 2), 1), 1)),
                    Form.of(
                            "(\\d{4})-Q([1-4])",
                            (word, _, startMonth) ->
                                    months(
                                            fiscalYear(number(word, 1), startMonth)
                                                    .plusMonths(3L * (number(word, 2) - 1)),
                                            3)),
                    Form.of(
                            "(\\d{4})",
                            (word, _, startMonth) ->
                                    months(fiscalYear(number(word, 1), startMonth), 12)),
                    Form.of(
                            "(\\d{1,4})d",
                            (word, asOf, _) -> Period.trailing(asOf, number(word, 1))),
                    Form.of(
                            "(\\d{4}-\\d{2}-\\d{2})/(\\d{4}-\\d{2}-\\d{2})",
                            (word, _, _) ->
                                    new Period(
                                            LocalDate.parse(word.group(1)),
                                            LocalDate.parse(word.group(2)))));

    private PeriodWord() {}

    /// The words `month`, `quarter`, `year` and `ttm` mean the one that `asOf` lies in or ends.
    static Period parse(String word, LocalDate asOf, int fiscalYearStartMonth) {
        try {
            return switch (word) {
                case "ttm" -> new Period(asOf.minusMonths(12).plusDays(1), asOf.plusDays(1));
                case "month" -> months(asOf.withDayOfMonth(1), 1);
                case "quarter" -> months(startOf(asOf, fiscalYearStartMonth, 3), 3);
                case "year" -> months(startOf(asOf, fiscalYearStartMonth, 12), 12);
                case String written -> written(written, asOf, fiscalYearStartMonth);
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            throw refused(word);
        }
    }

    private static Period written(String word, LocalDate asOf, int startMonth) {
        for (var form : FORMS) {
            var match = form.shape().matcher(word);
            if (match.matches()) {
                return form.reader().read(match.toMatchResult(), asOf, startMonth);
            }
        }
        throw refused(word);
    }

    private static LocalDate fiscalYear(int year, int startMonth) {
        return LocalDate.of(startMonth == 1 ? year : year - 1, startMonth, 1);
    }

    private static LocalDate startOf(LocalDate day, int startMonth, int length) {
        var monthsIn = Math.floorMod(day.getMonthValue() - startMonth, length);
        return day.withDayOfMonth(1).minusMonths(monthsIn);
    }

    private static Period months(LocalDate start, int count) {
        return new Period(start, start.plusMonths(count));
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static Refusal refused(String word) {
        return Refusal.invalid(
                "period",
                "A period is 2025-03, 2025-Q1, 2025, ttm, 90d or START/END, but got '%s'."
                        .formatted(word));
    }
}
