package dev.keepwell.recount;

import dev.keepwell.kernel.Period;
import dev.keepwell.metric.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/// Days and periods drawn for a question. News up to the last day of the story is known, unless a
/// day is seen as it looked then.
final class Spans {

    private static final LocalDate KNOWN = RandomCompany.TODAY;

    private Spans() {}

    static List<Span> days(Dice dice, int many) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < many; i++) {
            var day = dice.day(RandomCompany.BIRTH, RandomCompany.TODAY);
            spans.add(Span.trailing(day, 1, dice.oneIn(3) ? day : KNOWN));
        }
        return spans;
    }

    /// So many days up to days on which the product was used.
    static List<Span> usage(Dice dice, int many, int days) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < many; i++) {
            var day = dice.day(RandomUsage.FIRST.minusDays(3), RandomUsage.LAST.plusDays(40));
            spans.add(Span.trailing(day, days, KNOWN));
        }
        return spans;
    }

    /// Months, quarters, years and some days of any number.
    static List<Span> periods(Dice dice, int many) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < many; i++) {
            var first = YearMonth.of(2024, 1).plusMonths(dice.between(0, 23)).atDay(1);
            spans.add(
                    switch (dice.between(0, 3)) {
                        case 0 -> whole(first, 1);
                        case 1 -> quarter(dice);
                        case 2 -> whole(LocalDate.of(dice.between(2024, 2025), 1, 1), 12);
                        default -> {
                            var start = dice.day(RandomCompany.BIRTH, KNOWN.minusDays(70));
                            var end = start.plusDays(dice.between(1, 70));
                            yield span(new Period(start, end), KNOWN);
                        }
                    });
        }
        return spans;
    }

    static List<Span> quarters(Dice dice, int many) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < many; i++) {
            spans.add(quarter(dice));
        }
        return spans;
    }

    private static Span quarter(Dice dice) {
        return whole(LocalDate.of(dice.between(2024, 2025), dice.oneOf(1, 4, 7, 10), 1), 3);
    }

    private static Span whole(LocalDate start, int months) {
        return span(new Period(start, start.plusMonths(months)), KNOWN);
    }

    /// Every day of some weeks, each a period of its own.
    static List<Span> everyDay(LocalDate from, int many) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < many; i++) {
            spans.add(Span.trailing(from.plusDays(i), 1, KNOWN));
        }
        return spans;
    }

    static Span span(Period period, LocalDate known) {
        return new Span(period, known, known, false);
    }
}
