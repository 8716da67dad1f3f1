package dev.keepwell.bench;

import dev.keepwell.lake.DuckDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The same question to several engines: how many different people each account had on each day of
/// a year, in the week and in the 30 days that end with it. All read the same rows, one for each
/// person and day.
final class Rivals {

    static final long FROM_DAY = Size.FIRST_DAY.toEpochDay();
    static final long LAST_DAY = Size.LAST_DAY.toEpochDay();

    /// One pass: a day adds a person where the gap before it is longer than the window, and takes
    /// one away where the gap after it gets longer.
    static final String SWEEP =
            """
            with visit as (
                select account, person, day,
                    lag(day) over (partition by account, person order by day) as before_it,
                    lead(day) over (partition by account, person order by day) as after_it
                from user_day
            ),
            change as (
                select account, day, 1 as daily,
                    case when before_it is null or day - before_it > 7 then 1 else 0 end as weekly,
                    case when before_it is null or day - before_it > 30 then 1 else 0 end as monthly
                from visit
                union all
                select account, day + 1 as day, -1 as daily, 0 as weekly, 0 as monthly from visit
                union all
                select account, day + 7 as day, 0 as daily, -1 as weekly, 0 as monthly from visit
                where after_it is null or after_it - day > 7
                union all
                select account, day + 30 as day, 0 as daily, 0 as weekly, -1 as monthly from visit
                where after_it is null or after_it - day > 30
                union all
                select account, asked.day as day, 0 as daily, 0 as weekly, 0 as monthly
                from (select distinct account from user_day) as account cross join asked
            ),
            day_sum as (
                select account, day, sum(daily) as daily, sum(weekly) as weekly,
                    sum(monthly) as monthly
                from change group by account, day
            ),
            running as (
                select account, day,
                    sum(daily) over (partition by account order by day) as daily,
                    sum(weekly) over (partition by account order by day) as weekly,
                    sum(monthly) over (partition by account order by day) as monthly
                from day_sum
            )
            select cast(count(*) as bigint) as answers,
                cast(sum(daily) as bigint) as all_daily,
                cast(sum(weekly) as bigint) as all_weekly,
                cast(sum(monthly) as bigint) as all_monthly
            from running where monthly > 0 and day >= %d and day <= %d
            """
                    .formatted(FROM_DAY, LAST_DAY);

    /// What people usually write: each day joined with all that lies in its windows.
    static final String RANGE_JOIN =
            """
            select count(*) as answers, sum(daily) as all_daily, sum(weekly) as all_weekly,
                sum(monthly) as all_monthly
            from (
                select user_day.account, asked.day,
                    count(distinct case when user_day.day = asked.day
                        then user_day.person end) as daily,
                    count(distinct case when user_day.day > asked.day - 7
                        then user_day.person end) as weekly,
                    count(distinct user_day.person) as monthly
                from asked
                join user_day
                    on  user_day.day > asked.day - 30
                    and user_day.day <= asked.day
                group by user_day.account, asked.day
            ) as counted
            """;

    private Rivals() {}

    /// The rows of all, as Parquet and as CSV.
    record Rows(Path parquet, Path csv) {

        static Rows of(Scan scan, Path folder) throws Exception {
            Files.createDirectories(folder);
            var rows = new Rows(folder.resolve("user_day.parquet"), folder.resolve("user_day.csv"));
            if (Files.exists(rows.csv())) {
                return rows;
            }
            try (var duck = DuckDb.open(scan.bounds())) {
                duck.write(
                        """
                        select distinct account_ref as account, user_ref as person,
                            cast(datediff('day', date '1970-01-01', cast(occurred_at as date))
                                as integer) as day
                        from %s order by account, day, person
                        """
                                .formatted(DuckDb.reading(scan.files())),
                        rows.parquet());
                duck.run(
                        "copy (from '%s') to '%s' (format csv, header)"
                                .formatted(
                                        DuckDb.quoted(rows.parquet()), DuckDb.quoted(rows.csv())));
            }
            return rows;
        }
    }

    /// Each engine in turn with DuckDB, whose time is 1.
    static final class Against implements Measure {

        private final Rival own;
        private final Rival other;

        Against(Rival own, Rival other) {
            this.own = own;
            this.other = other;
        }

        @Override
        public Budget budget() {
            return Budget.none("× DuckDB's sweep", other.name());
        }

        @Override
        public Turn turn() throws Exception {
            var answers = new ArrayList<Rival.Answer>();
            var yardstick = cost(own, answers);
            var cost = cost(other, answers);
            if (!answers.getFirst().equals(answers.getLast())) {
                throw new IllegalStateException(
                        "%s answers %s".formatted(other.name(), List.copyOf(answers)));
            }
            return Turn.ratio(cost, yardstick);
        }

        private static Cost cost(Rival rival, List<Rival.Answer> answers) throws Exception {
            var started = System.nanoTime();
            answers.add(rival.answer());
            return new Cost((System.nanoTime() - started) / 1e9, 0, 0);
        }

        @Override
        public void close() throws Exception {
            other.close();
        }
    }
}
