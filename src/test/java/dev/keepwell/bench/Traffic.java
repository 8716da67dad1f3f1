package dev.keepwell.bench;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Draft;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.Database;
import dev.keepwell.source.Watermarks;
import java.time.LocalDate;
import java.time.YearMonth;

/// A year of events of a product, written to the lake as it is after a year of nights: months in
/// one file each, the last month by the day. The ids of messages are not claimed, so the door is
/// not a part of what is measured with them.
///
/// A few accounts send most events and a few users most of those of an account, on weekdays more
/// than on weekends, and a user who comes does several things.
final class Traffic {

    static final String SOURCE = "product";
    private static final String DATASET = "event";
    private static final int EVENTS_OF_A_VISIT = 8;

    /// The columns and the order of a file of events.
    private static final String EVENTS =
            """
            with day as (
                select
                    cast(moment as date) as day,
                    day_number,
                    cast(%d * (case when isodow(moment) > 5 then 0.35 else 1.26 end) as bigint)
                        as events
                from (
                    select moment,
                        datediff('day', date '1970-01-01', cast(moment as date)) as day_number
                    from range(timestamp '%s', timestamp '%s', interval 1 day) as day(moment)
                ) as days
            ),
            sent as (
                select day, day_number, unnest(range(events)) as i from day
            ),
            visit as (
                select
                    day,
                    day_number * 10000000000 + i as event,
                    day_number * 10000000000 + i // %d as visit
                from sent
            ),
            came as (
                select
                    visit.*,
                    cast(floor(%d * pow(chance(visit, 21), 2)) as integer) as account,
                    chance(visit, 22) as whom,
                    chance(visit, 23) as hour
                from visit
            ),
            did as (
                select
                    came.*,
                    cast(floor((3 + 40 * pow(chance(account, 24), 3)) * pow(whom, 1.6)) as integer)
                        as person,
                    day + interval (cast(25200000000 + 36000000000 * hour
                        + 900000000 * chance(event, 25) as bigint)) microsecond as occurred_at,
                    cast(floor(40 * pow(chance(event, 26), 2)) as integer) as thing
                from came
            )
            select
                '%s' as source_system,
                md5(cast(hash(event, %d) as varchar)) as message_id,
                'track' as type,
                'event_' || thing as event_name,
                'u' || account || '-' || person as user_ref,
                cast(null as varchar) as anonymous_ref,
                cast(null as varchar) as previous_ref,
                'A' || account as account_ref,
                'context.groupId' as account_from,
                occurred_at,
                occurred_at as sent_timestamp,
                occurred_at as sent_at,
                occurred_at + interval 2 second as received_at,
                '{}' as properties,
                occurred_at + interval 2 second as recorded_at
            from did
            order by source_system, account_ref nulls last, occurred_at, message_id
            """;

    private final Size size;
    private final Database database;
    private final Lake lake;

    Traffic(Size size, Database database, Lake lake) {
        this.size = size;
        this.database = database;
        this.lake = lake;
    }

    void write(DuckDb.Bounds bounds) {
        try (var duck = DuckDb.open(bounds)) {
            duck.run(
                    "create macro chance(i, salt) as (hash(i, salt, %d) %% 1000000) / 1000000.0"
                            .formatted(size.seed()));
            var last = YearMonth.from(Size.LAST_DAY);
            for (var month = YearMonth.from(Size.FIRST_DAY);
                    month.isBefore(last);
                    month = month.plusMonths(1)) {
                publish(duck, month.toString(), month.atDay(1), month.plusMonths(1).atDay(1));
            }
            last.atDay(1)
                    .datesUntil(Size.LAST_DAY.plusDays(1))
                    .forEach(it -> publish(duck, it.toString(), it, it.plusDays(1)));
        }
        database.doIn(
                WorkspaceId.DEFAULT,
                session ->
                        new Watermarks()
                                .advance(
                                        session,
                                        WorkspaceId.DEFAULT,
                                        SOURCE,
                                        "usage_event",
                                        Size.LAST_DAY));
    }

    private void publish(DuckDb duck, String part, LocalDate from, LocalDate end) {
        var first = from.isBefore(Size.FIRST_DAY) ? Size.FIRST_DAY : from;
        var draft = lake.draft();
        duck.write(events(first, end), draft);
        var rows =
                duck.query(
                                "select count(*) from read_parquet('%s')"
                                        .formatted(DuckDb.quoted(draft)),
                                (row, _) -> row.getLong(1))
                        .getFirst();
        database.doIn(
                WorkspaceId.DEFAULT,
                session ->
                        lake.publish(
                                session,
                                WorkspaceId.DEFAULT,
                                DATASET,
                                part,
                                new Draft(draft, rows)));
    }

    private String events(LocalDate from, LocalDate end) {
        return EVENTS.formatted(
                size.events() / Size.DAYS,
                from,
                end,
                EVENTS_OF_A_VISIT,
                size.accounts(),
                SOURCE,
                size.seed());
    }
}
