package dev.keepwell.warehouse;

import java.util.regex.Pattern;

/// Survival analysis, which SQL has no word for: Kaplan and Meier over the cases of a query.
///
/// A query says `with observed as (period_id, entity_id, days, ended) … from survival(observed,
/// horizon)`. At each time somebody ended, those still at risk are all who lasted at least so long,
/// whether they ended or were lost from sight that day. Nobody was seen beyond the longest stay, so
/// the mean stops there, unless the last one seen did end.
final class Survival {

    private static final String OBSERVED = "${observed}";
    private static final String HORIZON = "${horizon}";
    private static final Pattern CALL = Pattern.compile("\\bsurvival\\(\\s*(\\w+)\\s*,");

    private static final String TABLE =
            """
            with seen as (
                select
                    period_id, entity_id, days,
                    count(*)                      as cases,
                    count(case when ended then 1 end) as gone,
                    sum(count(*)) over (
                        partition by period_id, entity_id order by days desc
                    ) as at_risk
                from ${observed}
                group by period_id, entity_id, days
            ),
            walked as (
                select
                    seen.*,
                    multiplied(array_agg(divided(at_risk - gone, at_risk)) over (
                        partition by period_id, entity_id order by days
                    )) as alive
                from seen
            ),
            shared as (
                select
                    period_id, entity_id, cases, gone, days,
                    cast(rounded(alive) as decimal(13, 12)) as alive,
                    cast(days as decimal(12, 6)) as lasted,
                    cast(coalesce(${horizon}, max(days) over (
                        partition by period_id, entity_id
                    )) as decimal(12, 6)) as until
                from walked
            ),
            stepped as (
                select
                    shared.*,
                    lag(alive, 1, cast(1 as decimal(13, 12))) over along as alive_before,
                    lag(lasted, 1, cast(0 as decimal(12, 6))) over along as lasted_before,
                    lead(days) over along is null and gone > 0 as goes_on
                from shared
                window along as (partition by period_id, entity_id order by days)
            )
            select
                period_id, entity_id,
                cast(sum(cases) as bigint)       as cases,
                cast(sum(gone) as bigint)        as ended,
                cast(sum(cases * days) as bigint) as days,
                min(case when alive <= 0.5 then days end) as median,
                as_double(sum(
                    alive_before
                        * cast(least(lasted, until) - least(lasted_before, until) as decimal(12, 6))
                    + case
                        when goes_on
                            then alive * cast(greatest(until - lasted, 0) as decimal(12, 6))
                        else 0
                    end
                )) as mean
            from stepped
            group by period_id, entity_id
            """;

    private Survival() {}

    /// The word as DuckDB learns it.
    static String macro() {
        return "create macro survival(observed, horizon) as table "
                + table("query_table(observed)", "horizon");
    }

    /// The query with the table in the place of the word, for engines to which no query can be
    /// named.
    static String writtenOut(String sql) {
        var call = CALL.matcher(sql);
        if (!call.find()) {
            return sql;
        }
        int end = call.end();
        for (int open = 1; open > 0; end++) {
            open += sql.charAt(end) == '(' ? 1 : sql.charAt(end) == ')' ? -1 : 0;
        }
        var horizon = "(" + sql.substring(call.end(), end - 1).strip() + ")";
        return sql.substring(0, call.start())
                + "("
                + table(call.group(1), horizon)
                + ")"
                + writtenOut(sql.substring(end));
    }

    private static String table(String observed, String horizon) {
        return TABLE.replace(OBSERVED, observed).replace(HORIZON, horizon);
    }
}
