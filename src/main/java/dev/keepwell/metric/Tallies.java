package dev.keepwell.metric;

import dev.keepwell.warehouse.Facts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Runs a metric's query for all spans at once and adds accounts up to groups.
final class Tallies {

    private final Facts facts;

    Tallies(Facts facts) {
        this.facts = facts;
    }

    List<Tally> of(Metric metric, Grain grain) {
        var sql =
                switch (grain) {
                    case ACCOUNT -> perAccount(metric);
                    case COMPANY, SEGMENT, CSM, TEAM -> perGroup(metric);
                    case USER, CHANNEL, COURSE, FEATURE ->
                            perEntity(metric, metric.queries().others().getOrDefault(grain, ""));
                };
        return facts.query(sql, (row, _) -> Tally.read(row, row.getString(2), metric.kind()));
    }

    /// Hands over the headlines of the accounts that the relation of [Sight] asks about.
    void headlines(Metric metric, Listener listener) {
        var columns = facts.columns(metric.query());
        var sql =
                """
                select tally.period_id, asked.id as entity_id, %s
                from (
                %s
                ) as tally
                join period
                    on period.id = tally.period_id
                join asked
                    on  asked.day_number = period.as_of_day
                    and asked.account_id = tally.account_id
                where %s
                """
                        .formatted(
                                plain(metric.kind(), columns),
                                metric.query(),
                                columns.contains("component")
                                        ? "coalesce(tally.component, '') = ''"
                                        : "true");
        facts.query(
                sql,
                (row, place) -> {
                    listener.hear(row.getInt(2), Tally.read(row, "", metric.kind()));
                    return place;
                });
    }

    /// Takes the tally of an account that goes by a number.
    interface Listener {
        void hear(int asked, Tally tally);
    }

    private String perAccount(Metric metric) {
        return "select period_id, account_id as entity_id, "
                + plain(metric.kind(), facts.columns(metric.query()))
                + " from (\n"
                + metric.query()
                + "\n) as tally";
    }

    private String perGroup(Metric metric) {
        if (metric.hasGroupQuery()) {
            return perEntity(metric, metric.groupQuery());
        }
        return added(metric.kind(), metric.query(), facts.columns(metric.query()));
    }

    private String perEntity(Metric metric, String query) {
        return "select period_id, entity_id, "
                + plain(metric.kind(), facts.columns(query))
                + " from (\n"
                + query
                + "\n) as tally";
    }

    private static String plain(Kind kind, Set<String> columns) {
        return String.join(", ", kind.columns())
                + ", "
                + optional(columns, "component", "''")
                + optional(columns, "status", "cast(null as string)")
                + optional(columns, "trust", "cast(null as string)")
                + optional(columns, "provisional", "false")
                + optional(columns, "observed_day", "cast(null as integer)")
                + optional(columns, "cases", "cast(null as bigint)")
                + optional(columns, "warning", "cast(null as string)").replaceAll(", $", "");
    }

    private static String optional(Set<String> columns, String name, String otherwise) {
        var value =
                columns.contains(name)
                        ? "coalesce(tally.%s, %s)".formatted(name, otherwise)
                        : otherwise;
        return value + " as " + name + ", ";
    }

    /// A member whose rate or price is missing makes the sum a lie, so the status of the worst
    /// member is the group's; one to whom the question does not apply is left out.
    private static String added(Kind kind, String query, Set<String> columns) {
        var sums =
                kind.columns().stream()
                        .map(it -> "sum(cast(%s as decimal(38, 10))) as %s".formatted(it, it))
                        .collect(Collectors.joining(", "));
        return """
        select period_id, entity_id, %s, component,
            max(case when status = 'SOURCE_MISSING' then status end) as status,
            cast(null as string) as trust,
            max(case when provisional then 1 else 0 end) = 1 as provisional,
            max(observed_day) as observed_day,
            cast(sum(cases) as bigint) as cases,
            cast(null as string) as warning
        from (
            select tally.period_id, member.entity_id, %s
            from (
        %s
            ) as tally
            join member
                on  member.period_id = tally.period_id
                and member.account_id = tally.account_id
        ) as part
        where status is null or status <> 'NOT_APPLICABLE'
        group by period_id, entity_id, component
        """
                .formatted(sums, plain(kind, columns), query);
    }
}
