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

    /// UTC days, which an engine finds without looking at every event, as it has to for local ones.
    static String between(LocalDate first, LocalDate end) {
        return "occurred_at >= timestamp '%s' and occurred_at < timestamp '%s'"
                .formatted(first, end);
    }
}
