package dev.keepwell.health;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The score of an account day by day, with its gaps, and the days on which another version of the
/// model began to judge: a step there is not the customer's doing.
public record ScoreSeries(AccountId account, List<Day> days, List<Begin> versions) {

    public ScoreSeries {
        days = List.copyOf(days);
        versions = List.copyOf(versions);
    }

    /// One day of the series.
    public sealed interface Day {

        LocalDate day();

        /// A day that was judged; a provisional one is not closed and may still change.
        record Judged(
                LocalDate day, int version, double coverage, Verdict verdict, boolean isProvisional)
                implements Day {}

        /// The account was no customer, or the day was not closed.
        record Gap(LocalDate day) implements Day {}
    }

    /// The first day of the series on which a version judged.
    public record Begin(LocalDate day, int version) {}

    /// All days of the period, in their order.
    static ScoreSeries of(AccountId account, Period period, List<Day.Judged> judged) {
        Map<LocalDate, Day.Judged> found =
                judged.stream().collect(Collectors.toMap(Day::day, Function.identity()));
        var days = period.start().datesUntil(period.end()).map(it -> dayOf(it, found)).toList();
        return new ScoreSeries(account, days, begins(judged));
    }

    private static Day dayOf(LocalDate day, Map<LocalDate, Day.Judged> judged) {
        var found = judged.get(day);
        return found == null ? new Day.Gap(day) : found;
    }

    private static List<Begin> begins(List<Day.Judged> judged) {
        var begins = new ArrayList<Begin>();
        for (var it : judged) {
            if (begins.isEmpty() || begins.getLast().version() != it.version()) {
                begins.add(new Begin(it.day(), it.version()));
            }
        }
        return begins;
    }
}
