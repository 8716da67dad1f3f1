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
                    // Kaplan and Meier: at each time somebody ended, those still at risk are all
                    // who
                    // lasted at least so long, whether they ended or were lost from sight that day.
                    """
                    create macro km_steps(cases) as list_transform(
                        list_sort(list_distinct(list_transform(
                            list_filter(cases, lambda it: it.ended), lambda it: it.days))),
                        lambda moment: {
                            'reached': cast(moment as double),
                            'stay': 1 - cast(
                                len(list_filter(cases, lambda it: it.ended and it.days = moment))
                                as double) / len(list_filter(cases, lambda it: it.days >= moment)),
                            'alive': cast(1 as double),
                            'area': cast(0 as double),
                            'median': cast(null as double)
                        })
                    """,
                    """
                    create macro km_walk(steps) as list_reduce(
                        steps,
                        lambda gone, step: {
                            'reached': step.reached,
                            'stay': step.stay,
                            'alive': gone.alive * step.stay,
                            'area': gone.area + gone.alive * (step.reached - gone.reached),
                            'median': coalesce(
                                gone.median,
                                case when gone.alive * step.stay <= 0.5 + 1e-12
                                    then step.reached end)
                        },
                        {
                            'reached': cast(0 as double),
                            'stay': cast(1 as double),
                            'alive': cast(1 as double),
                            'area': cast(0 as double),
                            'median': cast(null as double)
                        })
                    """,
                    "create macro km_median(cases) as km_walk(km_steps(cases)).median",
                    // Nobody was seen beyond the longest stay, so the mean stops there, unless the
                    // last one seen did end.
                    """
                    create macro km_horizon(cases, horizon) as case
                        when horizon <= list_max(list_transform(cases, lambda it: it.days))
                            then horizon
                        when horizon is not null and len(list_filter(
                            cases,
                            lambda it: it.ended and it.days = list_max(
                                list_transform(cases, lambda other: other.days)))) > 0
                            then horizon
                        else list_max(list_transform(cases, lambda it: it.days))
                    end
                    """,
                    """
                    create macro km_area(walked, until) as
                        walked.area + walked.alive * (until - walked.reached)
                    """,
                    """
                    create macro km_mean(cases, horizon) as km_area(
                        km_walk(list_filter(
                            km_steps(cases), lambda it: it.reached <= km_horizon(cases, horizon))),
                        km_horizon(cases, horizon))
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
