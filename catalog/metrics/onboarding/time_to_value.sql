/*---
metric:   time_to_value
title:    Time to value
question: How many days does it take until an account has what it bought us for?
kind:     latest
unit:     days
better:   lower
per:      [account, segment, csm, company]
window:   period ttm
reads:    [fact.value_case]
sources:  [milestone or outcome_measurement, contract]
absent:   no data
bounds:   [0, 36500]
members:  dated
components: [headline, km_median, mean_completed, median_completed, rmst]
rows:     sum for accounts, survival
tags:     [team]
owner:    customer-success
version:  1
meaning: |
  Local days from the start of the first contract until value is realised: the primary goal of the
  organisation is measured as reached for the first time, or somebody signs it off.
caveats:
  - Accounts belong to the period in which they started, and to the owner and the segment of that day.
    A cohort of those who finished would favour slow old ones.
  - Groups print the Kaplan-Meier median, the day by which half of all have got there, counting those
    still on their way for as long as we have seen them. It is CENSORED where the unfinished make it
    unsure, and where half have not got there it is more than the longest we have seen.
  - mean_completed and median_completed look at those who finished and are too short, because the slow
    ones are still on their way. rmst is the mean up to a horizon that the workspace may set.
  - An account that left before is lost from sight on its first day without us.
related:  [time_to_first_value, outcome_attainment, average_days_to_onboard]
---*/
select
    period.id as period_id,
    value_case.account_id,
    coalesce(value_case.reached_day - value_case.start_day, 0) as value,
    case when coalesce(value_case.reached_day > period.as_of_day, true) then 'CENSORED' end as status,
    case
        when coalesce(value_case.reached_day > period.as_of_day, true)
            then 'more than ' || (
                least(coalesce(value_case.lost_day, period.as_of_day), period.as_of_day)
                - value_case.start_day
            ) || ' days'
    end as warning,
    value_case.reached_day as observed_day
from period
join fact.value_case
    on  value_case.milestone = 'value_realised'
    and value_case.start_day <= period.as_of_day

--- groups: those still on their way count for as long as we have seen them
with observed as (
    select
        member.period_id,
        member.entity_id,
        least(
            coalesce(value_case.reached_day, period.as_of_day),
            coalesce(value_case.lost_day, period.as_of_day),
            period.as_of_day
        ) - value_case.start_day as days,
        coalesce(
            value_case.reached_day <= period.as_of_day
            and value_case.reached_day < coalesce(value_case.lost_day, 2147483647),
            false
        ) as ended
    from member
    join period
        on period.id = member.period_id
    join fact.value_case
        on  value_case.account_id = member.account_id
        and value_case.milestone = 'value_realised'
        and value_case.start_day >= period.start_day
        and value_case.start_day <  period.end_day
        and value_case.start_day >= member.start_day
        and (member.end_day is null or value_case.start_day < member.end_day)
        and value_case.start_day <= period.as_of_day
),
counted as (
    select
        period_id,
        entity_id,
        count(*)                                                as accounts,
        count(case when ended then 1 end)                       as finished,
        cast(sum(case when ended then days else 0 end) as bigint) as finished_days,
        median(case when ended then days end)                   as finished_median,
        min(case when not ended then days end)                  as shortest_open,
        max(days)                                               as longest
    from observed
    group by period_id, entity_id
),
told as (
    select
        counted.*,
        line.component,
        case
            when line.component = 'mean_completed'
                then divided(finished_days, finished)
            when line.component = 'median_completed' then finished_median
            when line.component = 'rmst' then curve.mean
            else curve.median
        end as days
    from counted
    join survival(observed, nullif(restricted_mean_days(), 0)) as curve
        on  curve.period_id = counted.period_id
        and curve.entity_id = counted.entity_id
    cross join (
        values (''), ('km_median'), ('mean_completed'), ('median_completed'), ('rmst')
    ) as line (component)
)
select
    period_id,
    entity_id,
    component,
    rounded(coalesce(days, 0)) as value,
    case
        when days is not null then null
        when component in ('mean_completed', 'median_completed') then 'NO_DATA'
        else 'CENSORED'
    end as status,
    -- Whoever was followed for longer than the answer does not make it unsure.
    case
        when component in ('', 'km_median') and shortest_open < days then 'CENSORED'
        when component = 'rmst' and shortest_open is not null then 'CENSORED'
    end as trust,
    case
        when days is null and component in ('', 'km_median')
            then 'more than ' || longest || ' days'
    end as warning,
    case when component in ('mean_completed', 'median_completed') then finished else accounts end
        as cases
from told

--- rows: each account with the days until it got there, or for which it has been watched
select
    period.id as period_id,
    value_case.account_id,
    'value' as part,
    least(
        coalesce(value_case.reached_day, period.as_of_day),
        coalesce(value_case.lost_day, period.as_of_day),
        period.as_of_day
    ) - value_case.start_day as amount,
    coalesce(
        value_case.reached_day <= period.as_of_day
        and value_case.reached_day < coalesce(value_case.lost_day, 2147483647),
        false
    ) as ended,
    case when value_case.milestone_id is null then 'account' else 'milestone' end as record_table,
    coalesce(value_case.milestone_id, value_case.account_id) as record_id,
    value_case.start_day as day_number
from period
cross join asked_entity
join fact.value_case
    on  value_case.milestone = 'value_realised'
    and value_case.start_day <= period.as_of_day
    and (
        asked_entity.id = value_case.account_id
        or (value_case.start_day >= period.start_day and value_case.start_day < period.end_day)
    )

/*---
examples:
  - name: the primary goal of the organisation or a sign-off, whichever comes first
    as_of: 2025-06-30
    period: 2025-01-01/2025-07-01
    given:
      fact.account_start: |
        account_id | day_number
        acorn      | 2025-01-01
        cobalt     | 2025-01-01
        dovetail   | 2025-01-01
        ember      | 2025-01-01
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        dovetail   | true
        ember      | true
      fact.departure: |
        account_id | day_number
      customer.milestone: |
        id | account_id | type           | reached_on
        m1 | acorn      | value_realised | 2025-03-12
        m2 | cobalt     | first_value    | 2025-01-05
        m3 | cobalt     | value_realised | 2025-05-01
      customer.outcome_goal: |
        id | account_id | scope          | is_primary
        g1 | acorn      | organisational | true
        g2 | cobalt     | organisational | true
        g3 | dovetail   | personal       | true
        g4 | dovetail   | organisational | false
        g5 | dovetail   | organisational | true
      fact.goal_progress: |
        account_id | goal_id | progress | measured_day
        acorn      | g1      | 1        | 2025-04-11
        cobalt     | g2      | 0.9      | 2025-02-01
        cobalt     | g2      | 1        | 2025-04-11
        cobalt     | g2      | 0.8      | 2025-05-11
        dovetail   | g3      | 1        | 2025-02-01
        dovetail   | g4      | 1        | 2025-02-01
        dovetail   | g5      | 0.99     | 2025-02-01
    expect: |
      entity   | value | status   | warnings
      acorn    | 70    | OK       |
      cobalt   | 100   | OK       |
      dovetail |       | CENSORED | more than 180 days
      ember    |       | CENSORED | more than 180 days
      (all)    | 100   | OK       |

  - name: half have not got there, so it is more than the longest we have seen
    as_of: 2025-03-31
    period: 2025-Q1
    given:
      fact.account: |
        account_id | counts_as_logo
        a1         | true
        a2         | true
        a3         | true
      fact.value_case: |
        account_id | milestone      | start_day  | reached_day | lost_day
        a1         | value_realised | 2025-01-10 | 2025-01-15  |
        a2         | value_realised | 2025-01-01 |             |
        a3         | value_realised | 2025-02-01 |             | 2025-02-21
    expect: |
      entity | component      | value | status   | warnings
      (all)  |                |       | CENSORED | more than 89 days
      (all)  | mean_completed | 5     | OK       |
---*/
