package dev.keepwell.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.kernel.Period;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Evaluation;
import dev.keepwell.metric.Grain;
import dev.keepwell.metric.Metric;
import dev.keepwell.metric.Reading;
import dev.keepwell.metric.Span;
import dev.keepwell.workspace.Conventions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A fact says how far back it looks. What is measured of facts that know no more of the past than
/// that is what all of history would say, also of days after which more was done.
class BackTest {

    private static final FactFiles FILES = FactFiles.packaged();
    private static final LocalDate BEGIN = LocalDate.parse("2024-10-01");
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.parse("2025-03-30"), LocalDate.parse("2025-03-31"));

    private static final Map<String, String> USAGE =
            Map.of(
                    "lake.usage_daily",
                    """
                    select
                        'crm' as source_system, 'a' || account as account_ref,
                        'u' || account || user as user_ref,
                        date '2024-10-01' + cast(day as integer) as day,
                        'f' || hash(account, user, day, 3) % 4 as feature_ref,
                        1 + hash(account, user, day, 4) % 4 as event_count,
                        case when account < 3 then hash(account, user, day, 5) % 50 end
                            as active_minutes,
                        timestamp '2024-10-01' as recorded_at
                    from range(8) as a(account), range(4) as b(user), range(240) as c(day)
                    where (hash(account, user, day // 40) % 3) * (day % 45)
                        < hash(account, user, day) % 25
                    and (account > 0 or day < 30)
                    """,
                    "lake.usage_event",
                    """
                    select
                        'crm' as source_system, 'e' || account || user || day as event_id,
                        'a' || account as account_ref, 'u' || account || user as user_ref,
                        'e' || hash(account, user, day, 3) % 4 as event_name,
                        timestamp '2024-10-01 21:30:00' + to_days(cast(day as integer))
                            + to_minutes(cast(hash(account, user, day, 6) % 300 as integer))
                            as occurred_at,
                        1 as event_count, cast(null as bigint) as duration_s,
                        timestamp '2024-10-01' as recorded_at
                    from range(3, 9) as a(account), range(5) as b(user), range(240) as c(day)
                    where (hash(account, user, day // 30) % 4) * (day % 40)
                        < hash(account, user, day) % 20
                    and (account <> 8 or day > 174)
                    """);

    private static final Map<String, String> RECORDS =
            Map.of(
                    "customer.account",
                    """
                    select 'a' || i as id, 'crm' as source_system, 'a' || i as source_id
                    from range(9) as a(i)
                    """,
                    "customer.app_user",
                    """
                    select 'u' || i || j as id, 'crm' as source_system, 'u' || i || j as source_id,
                        case when i = 2 and j = 1 then 'staff' else 'customer' end as kind
                    from range(9) as a(i), range(5) as b(j)
                    """,
                    "customer.feature",
                    """
                    select 'f' || i as id, 'crm' as source_system, 'f' || i as source_id,
                        i < 3 as is_value_feature
                    from range(4) as a(i)
                    """,
                    "customer.feature_event_map",
                    """
                    select 'm' || i as id, 'crm' as source_system, 'm' || i as source_id,
                        'e' || i as event_name, 'f' || i as feature_id, true as is_qualifying,
                        date '2024-01-01' as valid_from
                    from range(3) as a(i)
                    """,
                    "customer.subscription_segment",
                    """
                    select 's' || i as id, 'crm' as source_system, 's' || i as source_id,
                        'a' || i as account_id, 's' || i as subscription_id, 'EUR' as ccy,
                        'active' as state, 'recurring' as kind, 100 as monthly_amount,
                        100 as monthly_list,
                        case when i = 8 then date '2025-03-20' else date '2024-06-01' end
                            as start_date
                    from range(9) as a(i)
                    """);

    static Stream<Metric> metrics() {
        return Catalogue.packaged().files().stream()
                .map(it -> it.metric())
                .filter(it -> it.rules().reads().stream().anyMatch(FILES::isDated));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void a_bounded_past_says_what_all_of_history_says(Metric metric) {
        var some = readings(metric, false);

        assertThat(some).isNotEmpty();
        assertThat(some).isEqualTo(readings(metric, true));
    }

    private static List<Reading> readings(Metric metric, boolean all) {
        var spans = DAYS.stream().map(it -> span(metric, it)).toList();
        var days = new TreeSet<LocalDate>();
        spans.forEach(it -> days.addAll(it.needed()));
        var readings = new ArrayList<Reading>();
        try (var facts = open(days)) {
            if (all) {
                facts.needAll(metric.rules().reads().stream().filter(FILES::isDated).toList());
            }
            for (var grain : metric.rules().per()) {
                if (grain == Grain.ACCOUNT || grain == Grain.COMPANY || grain == Grain.USER) {
                    readings.addAll(new Evaluation(facts).of(metric, grain, spans));
                }
            }
        }
        return readings;
    }

    private static Span span(Metric metric, LocalDate day) {
        var length = metric.rules().window().word().startsWith("70") ? 70 : 30;
        return new Span(Period.trailing(day, length), day, day, false);
    }

    private static BuiltFacts open(TreeSet<LocalDate> days) {
        var duck = DuckDb.open(DuckDb.Bounds.SMALL);
        var feeds =
                Stream.of(
                                "usage_event",
                                "usage_daily",
                                "subscription_segment",
                                "seat_entitlement",
                                "learning_record",
                                "ticket",
                                "feature")
                        .map(it -> new Feed(it, LocalDate.parse("2025-05-01")))
                        .toList();
        return new BuiltFacts(
                        new DuckDbEngine(duck),
                        FILES,
                        feeds,
                        (table, within) -> bring(duck, table, within))
                .prepare(Conventions.DEFAULT, days);
    }

    private static Origin bring(DuckDb duck, String table, Days within) {
        if (table.startsWith("lake.")) {
            var column = table.equals("lake.usage_event") ? "occurred_at" : "day";
            duck.run("create table %s (%s)".formatted(table, LakeTables.columns(table)));
            if (USAGE.containsKey(table)) {
                duck.run(
                        "insert into %s by name select * from (%s) where %s"
                                .formatted(table, USAGE.get(table), within.where(column, 1)));
            }
        } else {
            var columns = columns(table);
            duck.run("create table %s (%s)".formatted(table, columns));
            if (RECORDS.containsKey(table)) {
                duck.run("insert into %s by name %s".formatted(table, RECORDS.get(table)));
            }
        }
        return Origin.here(table);
    }

    private static String columns(String table) {
        var given = EventTables.NOT_IMPORTED.get(table);
        if (given != null) {
            return given;
        }
        var columns = new ArrayList<String>();
        RecordColumns.of(Relation.nameIn("customer", table))
                .forEach((name, type) -> columns.add("\"%s\" %s".formatted(name, type)));
        return String.join(", ", columns);
    }
}
