package dev.keepwell.warehouse;

import dev.keepwell.customer.MergedRows;
import java.time.LocalDate;
import java.util.Map;

/// What events look like to the engine, and the one query that rolls them up.
final class EventTables {

    static final String EVENT =
            """
            source_system varchar, message_id varchar, type varchar, event_name varchar,
            user_ref varchar, anonymous_ref varchar, account_ref varchar, account_from varchar,
            occurred_at timestamp, sent_timestamp timestamp, sent_at timestamp,
            received_at timestamp, properties varchar, recorded_at timestamp
            """;

    static final String EVENT_DAY =
            """
            source_system varchar, user_ref varchar, anonymous_ref varchar, account_ref varchar,
            account_from varchar, group_ref varchar, type varchar, event_name varchar, day date,
            event_count bigint, first_at timestamp, last_at timestamp, recorded_at timestamp
            """;

    static final String LOCAL_DAY = "local_day(timezone('UTC', occurred_at))";

    private static final String SAID =
            """
            source_system varchar, message_id varchar, %s, user_ref varchar,
            occurred_at timestamptz, recorded_at timestamptz
            """;

    /// What nobody imports: what events say of users, and which records were merged.
    static final Map<String, String> NOT_IMPORTED =
            Map.of(
                    "customer.user_group",
                    SAID.formatted("anonymous_ref varchar, account_ref varchar"),
                    "customer.user_link",
                    SAID.formatted("anonymous_ref varchar"),
                    MergedRows.TABLE,
                    """
                    kind varchar, source_system varchar, source_id varchar, survivor_id varchar
                    """);

    private EventTables() {}

    /// One row for each user, account and event of a day as they were sent. It depends on the
    /// events of its day alone: whom a reference means is found when facts are built.
    ///
    /// A row ends where a group call names another account, so that hardly ever one has to be taken
    /// apart again.
    static String rolledUp(String events, String where) {
        return """
        select
            source_system, user_ref, anonymous_ref, account_ref, account_from,
            called.account_ref         as group_ref,
            type, event_name, day,
            cast(count(*) as bigint)   as event_count,
            min(occurred_at)           as first_at,
            max(occurred_at)           as last_at,
            max(recorded_at)           as recorded_at
        from (
            select
                source_system, user_ref, account_ref, type, event_name, occurred_at, recorded_at,
                case when user_ref is null then anonymous_ref end as anonymous_ref,
                coalesce(account_from, '') as account_from,
                local_day(timezone('UTC', occurred_at)) as day,
                max(
                    case
                        when type = 'group' then struct_pack(
                            occurred_at := occurred_at,
                            message_id := message_id,
                            account_ref := account_ref
                        )
                    end
                ) over (
                    partition by
                        source_system,
                        coalesce(user_ref, anonymous_ref),
                        local_day(timezone('UTC', occurred_at))
                    order by occurred_at
                    range between unbounded preceding and current row
                ) as called
            from %s
            where %s
        ) as event
        where type in ('track', 'page', 'screen')
        group by all
        """
                .formatted(events, where);
    }

    /// UTC days, which an engine finds without looking at every event, as it has to for local ones.
    static String between(LocalDate first, LocalDate end) {
        return "occurred_at >= timestamp '%s' and occurred_at < timestamp '%s'"
                .formatted(first, end);
    }

    /// The columns by which a row of the roll-up is this one, for an order.
    static String key() {
        return "day, source_system, account_ref, account_from, group_ref, user_ref, anonymous_ref,"
                + " type, event_name";
    }
}
