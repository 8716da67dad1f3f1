package dev.keepwell.warehouse;

import dev.keepwell.lake.DuckDb;

/// The one query that rolls events up: one row for each user, account and event of a day as they
/// were sent. It depends on the events of its day alone: whom a reference means is found when facts
/// are built.
///
/// A row ends where a group call names another account, so that hardly ever one has to be taken
/// apart again. Only users who made a group call on the day are looked at event by event, because
/// that takes many times as long as counting.
///
/// `events` is a relation and `where` holds of its rows; `day` is an expression for the day of a
/// row, and `days` holds of the days that are rolled up.
record Rolling(String events, String where, String day, String days) {

    private static final String WHOM = "source_system, coalesce(user_ref, anonymous_ref)";

    private static final String KEY =
            """
            source_system, user_ref, anonymous_ref, account_ref, account_from, group_ref, type,
            event_name, day
            """;

    static Rolling all(String events) {
        return new Rolling(events, "true", EventTables.LOCAL_DAY, "true");
    }

    /// The query for the events as they are. Where nobody made a group call, it is the short one.
    String query(DuckDb duck) {
        var calls =
                "select count(*) from (select 1 from %s where type = 'group' and %s limit 1)"
                        .formatted(events, where);
        return duck.query(calls, (row, _) -> row.getLong(1)).getFirst() == 0
                ? counted("(%s) as event".formatted(event("cast(null as varchar)", "true")))
                : query();
    }

    /// The query for any events.
    String query() {
        return counted(
                """
                (
                    %s
                    union all
                    %s
                ) as event
                """
                        .formatted(
                                event("cast(null as varchar)", "not " + isCaller()),
                                "select * replace (group_ref.account_ref as group_ref) from (%s)"
                                        .formatted(event(called(), isCaller()))));
    }

    private String counted(String event) {
        return """
        select
            %1$s,
            cast(count(*) as bigint)   as event_count,
            min(occurred_at)           as first_at,
            max(occurred_at)           as last_at,
            max(recorded_at)           as recorded_at
        from %2$s
        where type in ('track', 'page', 'screen')
        group by %1$s
        """
                .formatted(KEY, event);
    }

    private String event(String group, String whose) {
        return """
        select
            source_system, user_ref, account_ref, type, event_name, occurred_at, recorded_at, day,
            case when user_ref is null then anonymous_ref end as anonymous_ref,
            coalesce(account_from, '') as account_from,
            %s as group_ref
        from (select *, %s as day from %s where %s)
        where %s and %s
        """
                .formatted(group, day, events, where, days, whose);
    }

    /// No user is unknown here: an event without any is refused at the door.
    private String isCaller() {
        return """
        (%1$s, day) in (
            select (%1$s, day)
            from (select *, %2$s as day from %3$s where type = 'group' and %4$s)
        )
        """
                .formatted(WHOM, day, events, where);
    }

    private static String called() {
        return """
        max(
            case
                when type = 'group' then struct_pack(
                    occurred_at := occurred_at,
                    message_id := message_id,
                    account_ref := account_ref
                )
            end
        ) over (
            partition by source_system, coalesce(user_ref, anonymous_ref), day
            order by occurred_at
            range between unbounded preceding and current row
        )
        """;
    }
}
