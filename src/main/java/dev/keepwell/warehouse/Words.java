package dev.keepwell.warehouse;

import dev.keepwell.workspace.Conventions;
import dev.keepwell.workspace.Settings;
import java.util.ArrayList;
import java.util.List;

/// The words that queries may use beside SQL: what engines spell differently, what the workspace
/// has settled, and survival analysis, which SQL has no word for.
final class Words {

    private static final List<String> ALWAYS =
            List.of(
                    """
                    create macro day_number(on_date) as
                        cast(datediff('day', date '1970-01-01', on_date) as integer)
                    """,
                    """
                    create macro mrr_known(mrr, bridged_mrr, bridge_known_day, known_day) as
                        mrr + case when bridge_known_day <= known_day then bridged_mrr else 0 end
                    """,
                    // Kaplan and Meier over the cases of a query: `with observed as (period_id,
                    // entity_id, days, ended) ... from survival(observed, horizon)`. At each time
                    // somebody ended, those still at risk are all who lasted at least so long,
                    // whether they ended or were lost from sight that day. Nobody was seen beyond
                    // the longest stay, so the mean stops there, unless the last one seen did end.
                    """
                    create macro survival(observed, horizon) as table
                    with seen as (
                        select
                            period_id, entity_id, days,
                            count(*)                      as cases,
                            count(case when ended then 1 end) as gone,
                            sum(count(*)) over (
                                partition by period_id, entity_id order by days desc
                            ) as at_risk
                        from query_table(observed)
                        group by period_id, entity_id, days
                    ),
                    walked as (
                        select
                            seen.*,
                            product(1 - gone / at_risk) over (
                                partition by period_id, entity_id order by days
                            ) as alive
                        from seen
                    ),
                    stepped as (
                        select
                            walked.*,
                            lag(alive, 1, 1) over along as alive_before,
                            lag(days, 1, 0) over along  as days_before,
                            lead(days) over along is null and gone > 0 as goes_on,
                            coalesce(cast(horizon as double), cast(max(days) over (
                                partition by period_id, entity_id
                            ) as double)) as until
                        from walked
                        window along as (partition by period_id, entity_id order by days)
                    )
                    select
                        period_id, entity_id,
                        cast(sum(cases) as bigint)       as cases,
                        cast(sum(gone) as bigint)        as ended,
                        cast(sum(cases * days) as bigint) as days,
                        min(case when alive <= 0.5 + 1e-12 then days end) as median,
                        sum(
                            alive_before * (least(days, until) - least(days_before, until))
                            + case when goes_on then alive * greatest(until - days, 0) else 0 end
                        ) as mean
                    from stepped
                    group by period_id, entity_id
                    """);

    private Words() {}

    static List<String> of(Conventions conventions) {
        var statements = new ArrayList<>(ALWAYS);
        statements.add(
                "create macro local_day(moment) as cast(timezone('%s', moment) as date)"
                        .formatted(conventions.zone().getId()));
        statements.add(
                "create macro reporting_currency() as '%s'".formatted(conventions.currency()));
        statements.add(
                "create macro fiscal_year_start_month() as %d"
                        .formatted(conventions.fiscalYearStartMonth()));
        for (var it : Settings.all()) {
            statements.add(
                    "create macro %s() as %s"
                            .formatted(it.name(), conventions.settings().literal(it)));
        }
        return List.copyOf(statements);
    }
}
