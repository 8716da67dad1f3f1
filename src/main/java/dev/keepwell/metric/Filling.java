package dev.keepwell.metric;

import dev.keepwell.job.Job;
import dev.keepwell.job.Progress;
import dev.keepwell.kernel.Period;
import dev.keepwell.postgres.Database;
import dev.keepwell.warehouse.Facts;
import dev.keepwell.warehouse.Scope;
import dev.keepwell.warehouse.Warehouse;
import dev.keepwell.workspace.Conventions;
import dev.keepwell.workspace.Workspaces;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Computes a metric month by month. Facts are built once for a month; what is read from them is in
/// memory for as many days at once as are few enough values.
final class Filling {

    /// This many readings take some fifty megabytes.
    private static final int READINGS_AT_ONCE = 100_000;

    private final Database database;
    private final Warehouse warehouse;
    private final Workspaces workspaces;
    private final History history;

    Filling(Database database, Warehouse warehouse, Workspaces workspaces, History history) {
        this.database = database;
        this.warehouse = warehouse;
        this.workspaces = workspaces;
        this.history = history;
    }

    /// Hears of each few days, how many are done in all; a month is kept as long as the job is.
    interface Listener {
        void did(LocalDate last, long days);

        Progress progress();
    }

    /// How many days were computed now, and how many values they have.
    record Filled(long days, long lines) {}

    /// How many days of months that this job has kept already.
    long done(Job job, Metric metric, Period days) {
        return months(days).stream()
                .filter(it -> has(job, metric, it))
                .mapToLong(Period::days)
                .sum();
    }

    Filled fill(Job job, Metric metric, MetricBackfill.Order order, Listener listener) {
        long done = done(job, metric, order.days());
        long days = 0;
        long lines = 0;
        for (var month : months(order.days())) {
            if (has(job, metric, month)) {
                continue;
            }
            lines += fill(new Month(job, metric, order.asked(), month), done, listener);
            done += month.days();
            days += month.days();
        }
        return new Filled(days, lines);
    }

    private boolean has(Job job, Metric metric, Period month) {
        return history.has(
                job.workspace(), metric.name(), YearMonth.from(month.start()), job.id().value());
    }

    /// The months of the period, the first and the last as far as they belong to it.
    private static List<Period> months(Period period) {
        var months = new ArrayList<Period>();
        for (var day = period.start(); day.isBefore(period.end()); ) {
            var next = YearMonth.from(day).plusMonths(1).atDay(1);
            var end = next.isBefore(period.end()) ? next : period.end();
            months.add(new Period(day, end));
            day = end;
        }
        return months;
    }

    private record Month(Job job, Metric metric, List<Grain> grains, Period days) {

        History.Place place() {
            return new History.Place(metric.name(), YearMonth.from(days.start()), job.id().value());
        }
    }

    private long fill(Month month, long done, Listener listener) {
        var workspace = month.job().workspace();
        var conventions = workspaces.conventionsOf(workspace);
        // What is known when the job was asked for is known in each of its months and tries.
        var scope =
                new Scope(
                        workspace,
                        conventions,
                        month.job().createdAt(),
                        needed(month, conventions));
        try (var facts = warehouse.open(scope);
                var file = history.write(workspace, month.metric().name(), month.days())) {
            long lines = 0;
            int atOnce = 1;
            var day = month.days().start();
            while (day.isBefore(month.days().end())) {
                var some = day.datesUntil(month.days().end()).limit(atOnce).toList();
                var readings = readings(facts, month, some, conventions);
                file.add(readings);
                lines += readings.size();
                atOnce = atOnce(readings.size() / some.size());
                day = some.getLast().plusDays(1);
                listener.did(
                        some.getLast(), done + ChronoUnit.DAYS.between(month.days().start(), day));
            }
            var draft = file.finish();
            database.doIn(
                    workspace,
                    session -> {
                        history.publish(session, workspace, draft, month.place());
                        listener.progress().hold(session);
                    });
            return lines;
        }
    }

    private static int atOnce(int aDay) {
        return Math.clamp(READINGS_AT_ONCE / Math.max(1, aDay), 1, 31);
    }

    private static SortedSet<LocalDate> needed(Month month, Conventions conventions) {
        var days = month.days().start().datesUntil(month.days().end()).toList();
        var needed = new TreeSet<LocalDate>(days);
        for (var grain : month.grains()) {
            for (var span : Question.spans(month.metric(), grain, days, conventions)) {
                needed.addAll(span.needed());
            }
        }
        return needed;
    }

    private static List<Reading> readings(
            Facts facts, Month month, List<LocalDate> days, Conventions conventions) {
        var readings = new ArrayList<Reading>();
        for (var grain : month.grains()) {
            var spans = Question.spans(month.metric(), grain, days, conventions);
            readings.addAll(new Evaluation(facts).of(month.metric(), grain, spans));
        }
        return readings;
    }
}
