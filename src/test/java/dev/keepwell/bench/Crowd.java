package dev.keepwell.bench;

import dev.keepwell.lake.DuckDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The accounts of a company and what is recorded of them, as files that anybody could import. The
/// same size gives the same bytes.
final class Crowd {

    private static final int FEATURES = 30;
    private static final int EVENT_NAMES = 40;

    private final Size size;

    Crowd(Size size) {
        this.size = size;
    }

    void write(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var duck = DuckDb.open(new DuckDb.Bounds("512MB", 1, folder.resolve("spill")))) {
            duck.run(
                    "create macro chance(i, salt) as (hash(i, salt, %d) %% 1000000) / 1000000.0"
                            .formatted(size.seed()));
            tables().forEach((table, query) -> write(duck, query, folder.resolve(table + ".csv")));
        }
    }

    private static void write(DuckDb duck, String query, Path file) {
        duck.run("copy (%s) to '%s' (format csv, header)".formatted(query, DuckDb.quoted(file)));
    }

    private Map<String, String> tables() {
        var queries = new LinkedHashMap<String, String>();
        queries.put("account", account());
        queries.put("subscription_segment", subscription());
        queries.put("csm_assignment", assignment());
        queries.put("seat_entitlement", seats());
        queries.put("feature", feature());
        queries.put("feature_event_map", meaning());
        queries.put("touch", touch());
        queries.put("ticket", ticket());
        queries.put("pulse", pulse());
        return queries;
    }

    private String account() {
        return """
        select
            'A' || i as account_id,
            'Account ' || i as name,
            case i %% 4 when 0 then 'Enterprise' when 1 then 'Mid' else 'Small' end as segment,
            case when i %% 5 = 0 then 'high_touch' else 'low_touch' end as tier,
            date '2023-01-01' + cast(floor(900 * chance(i, 1)) as integer) as customer_since
        from range(%d) as account(i)
        """
                .formatted(size.accounts());
    }

    private String subscription() {
        return """
        select
            'S' || i as segment_id, 'S' || i as subscription_id, 'A' || i as account_id,
            case i %% 3 when 0 then 'Basic' when 1 then 'Team' else 'Business' end as plan,
            cast(50 + floor(4000 * pow(chance(i, 2), 4)) as integer) as unit_price,
            'USD' as ccy,
            date '2023-01-01' + cast(floor(900 * chance(i, 1)) as integer) as start_date,
            case
                when chance(i, 3) < 0.06
                then date '%s' - cast(floor(300 * chance(i, 4)) as integer)
            end as end_date
        from range(%d) as account(i)
        """
                .formatted(Size.LAST_DAY, size.accounts());
    }

    private String assignment() {
        return """
        select 'A' || i as account_id, 'csm' as role, date '2023-01-01' as valid_from,
            'csm-' || (i %% 200) as csm_id
        from range(%d) as account(i)
        """
                .formatted(size.accounts());
    }

    private String seats() {
        return """
        select 'A' || i as account_id, date '2023-01-01' as valid_from,
            cast(3 + floor(60 * pow(chance(i, 5), 3)) as integer) as seats
        from range(%d) as account(i)
        """
                .formatted(size.accounts());
    }

    private static String feature() {
        return """
        select 'f' || i as feature_id, 'Feature ' || i as name,
            i < 12 as is_value_feature
        from range(%d) as feature(i)
        """
                .formatted(FEATURES);
    }

    private static String meaning() {
        return """
        select 'event_' || i as event_name, date '2023-01-01' as valid_from,
            'f' || (i %% %d) as feature_id, i < 36 as is_qualifying
        from range(%d) as event(i)
        """
                .formatted(FEATURES, EVENT_NAMES);
    }

    private String touch() {
        return """
        select 'T' || i as touch_id, 'A' || (i %% %1$d) as account_id,
            case i %% 3 when 0 then 'email' when 1 then 'meeting' else 'phone' end as channel,
            case i %% 2 when 0 then 'inbound' else 'outbound' end as direction,
            strftime(
                timestamp '%2$s 09:00:00' - interval (cast(8000 * chance(i, 6) as integer)) hour,
                '%%Y-%%m-%%dT%%H:%%M:%%SZ'
            ) as occurred_at
        from range(%1$d * 2) as touch(i)
        """
                .formatted(size.accounts(), Size.LAST_DAY);
    }

    private String ticket() {
        return """
        select 'K' || i as ticket_id,
            'A' || cast(floor(%1$d * pow(chance(i, 7), 2)) as integer) as account_id,
            strftime(opened, '%%Y-%%m-%%dT%%H:%%M:%%SZ') as created_at,
            strftime(opened + interval 2 hour, '%%Y-%%m-%%dT%%H:%%M:%%SZ') as first_response_at,
            case when chance(i, 9) < 0.9 then
                strftime(opened + interval 30 hour, '%%Y-%%m-%%dT%%H:%%M:%%SZ')
            end as solved_at,
            case when chance(i, 10) < 0.05 then 'critical' else 'normal' end as priority
        from (
            select i, timestamp '%2$s 11:00:00'
                - interval (cast(floor(8000 * chance(i, 8)) as integer)) hour as opened
            from range(%1$d) as ticket(i)
        ) as ticket
        """
                .formatted(size.accounts(), Size.LAST_DAY);
    }

    private String pulse() {
        return """
        select 'P' || i as pulse_id, 'A' || i as account_id, 'csm-' || (i %% 200) as author_id,
            case when chance(i, 11) < 0.1 then 'red' when chance(i, 11) < 0.3 then 'yellow'
                else 'green' end as value,
            strftime(
                timestamp '%2$s 10:00:00' - interval (cast(1500 * chance(i, 12) as integer)) hour,
                '%%Y-%%m-%%dT%%H:%%M:%%SZ'
            ) as set_at
        from range(%1$d) as account(i)
        """
                .formatted(size.accounts(), Size.LAST_DAY);
    }
}
