package dev.keepwell.metric;

import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.warehouse.Relation;
import dev.keepwell.warehouse.Scope;
import dev.keepwell.workspace.Conventions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// One window to be measured, the day it is observed on, and the last day whose news may count.
///
/// Up to `knownOn` a gap in payment may turn out to be bridged; a score of a closed day knows only
/// that day. `cut` says that the period was not over and ends early.
public record Span(Period period, LocalDate asOf, LocalDate knownOn, boolean cut) {

    public static Span trailing(LocalDate asOf, int days, LocalDate knownOn) {
        return new Span(Period.trailing(asOf, days), asOf, knownOn, false);
    }

    /// The close of the day before the period, where it opens.
    LocalDate opening() {
        return period.start().minusDays(1);
    }

    /// The last day that it looks at.
    LocalDate lastSeen() {
        return period.lastDay().isBefore(asOf) ? period.lastDay() : asOf;
    }

    /// The days whose state facts must be able to tell for it.
    public List<LocalDate> needed() {
        return List.of(asOf, opening(), period.lastDay());
    }

    /// The facts that can answer for it.
    Scope scope(WorkspaceId workspace, Conventions conventions, Instant knownAt) {
        return new Scope(workspace, conventions, knownAt, new TreeSet<>(needed()));
    }

    static Relation relation(List<Span> spans) {
        var columns =
                List.of(
                        "id integer",
                        "start_on date",
                        "end_on date",
                        "as_of_on date",
                        "start_day integer",
                        "end_day integer",
                        "as_of_day integer",
                        "days integer",
                        "whole_months integer",
                        "known_day integer");
        var rows = IntStream.range(0, spans.size()).mapToObj(id -> row(id, spans.get(id))).toList();
        return new Relation("period", columns, List.copyOf(rows));
    }

    private static List<Object> row(int id, Span span) {
        var period = span.period();
        return List.of(
                id,
                period.start(),
                period.end(),
                span.asOf(),
                period.start().toEpochDay(),
                period.end().toEpochDay(),
                span.asOf().toEpochDay(),
                period.days(),
                wholeMonths(period),
                span.knownOn().toEpochDay());
    }

    /// How many calendar months it is, or 0 where it is a number of days. A year is twelve months
    /// on whichever day it begins.
    private static int wholeMonths(Period period) {
        var months = (int) ChronoUnit.MONTHS.between(period.start(), period.end());
        var isWhole = period.start().plusMonths(months).equals(period.end());
        return isWhole && (period.start().getDayOfMonth() == 1 || months % 12 == 0) ? months : 0;
    }
}
