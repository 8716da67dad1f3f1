/*---
metric:   time_to_first_value
title:    Time to first value
question: How many days does it take until an account first gets value?
kind:     latest
unit:     days
better:   lower
per:      [account, segment, csm, company]
window:   period ttm
reads:    [fact.value_case]
sources:  [milestone, contract]
absent:   no data
bounds:   [0, 36500]
members:  dated
components: [headline, km_median, mean_completed, median_completed, rmst]
rows:     sum for accounts, survival
tags:     [team]
owner:    customer-success
version:  1
meaning: |
  Local days from the start of the first contract to the first value, which is a measurable outcome
  that the workspace defines, not a checklist. The same day is 0.
caveats:
  - Accounts belong to the period in which they started, and to the owner and the segment of that day.
    A cohort of those who finished would favour slow old ones.
  - Groups print the Kaplan-Meier median, the day by which half of all have got there, counting those
    still on their way for as long as we have seen them. It is CENSORED where the unfinished make it
    unsure, and where half have not got there it is more than the longest we have seen.
  - mean_completed and median_completed look at those who finished and are too short, because the slow
    ones are still on their way. rmst is the mean up to a horizon that the workspace may set.
  - An account that left before is lost from sight on its first day without us.
related:  [avg_time_to_first_value, time_to_value, average_days_to_onboard]
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
    on  value_case.milestone = 'first_value'
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
        and value_case.milestone = 'first_value'
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
    on  value_case.milestone = 'first_value'
    and value_case.start_day <= period.as_of_day
    and (
        asked_entity.id = value_case.account_id
        or (value_case.start_day >= period.start_day and value_case.start_day < period.end_day)
    )

/*---
examples:
  - name: four of five got there after 14 days on average, and the fifth makes it 16.8
    as_of: 2025-03-31
    period: 2025-Q1
    given:
      fact.account: |
        account_id | counts_as_logo
        a1         | true
        a2         | true
        a3         | true
        a4         | true
        a5         | true
        a6         | true
        a7         | true
      fact.value_case: |
        account_id | milestone      | start_day  | reached_day | lost_day
        a1         | first_value    | 2025-01-10 | 2025-01-15  |
        a2         | first_value    | 2025-01-10 | 2025-01-19  |
        a3         | first_value    | 2025-02-01 | 2025-02-15  |
        a4         | first_value    | 2025-03-01 | 2025-03-29  |
        a5         | first_value    | 2025-03-10 |             |
        a6         | first_value    | 2024-12-31 | 2025-01-05  |
        a7         | first_value    | 2025-04-01 | 2025-04-01  |
        a1         | value_realised | 2025-01-10 | 2025-01-11  |
    expect: |
      entity | component        | value | status
      a1     |                  | 5     | OK
      a4     |                  | 28    | OK
      a5     |                  |       | CENSORED
      a6     |                  | 5     | OK
      a7     |                  |       | NO_DATA
      (all)  |                  | 14    | OK
      (all)  | km_median        | 14    | OK
      (all)  | mean_completed   | 14    | OK
      (all)  | median_completed | 11.5  | OK
      (all)  | rmst             | 16.8  | CENSORED

  - name: nobody was followed for 30 days, but the last one got there, so the mean to day 30 is known
    as_of: 2025-03-31
    period: 2025-Q1
    settings: {restricted_mean_days: 30}
    given:
      fact.account: |
        account_id | counts_as_logo
        a1         | true
        a2         | true
        a3         | true
        a4         | true
        a5         | true
      fact.value_case: |
        account_id | milestone      | start_day  | reached_day | lost_day
        a1         | first_value    | 2025-01-10 | 2025-01-15  |
        a2         | first_value    | 2025-01-10 | 2025-01-19  |
        a3         | first_value    | 2025-02-01 | 2025-02-15  |
        a4         | first_value    | 2025-03-01 | 2025-03-29  |
        a5         | first_value    | 2025-03-10 |             |
    expect: |
      entity | component | value
      (all)  | rmst      | 16.8

  - name: value before the contract is day 0, and tomorrow's is not reached
    as_of: 2025-03-31
    given:
      fact.account: |
        account_id | counts_as_logo | customer_since_day
        acorn      | true           |
        cobalt     | true           |
        dovetail   | true           | 2025-03-01
      fact.contract: |
        account_id | start_day
        acorn      | 2025-03-01
        acorn      | 2026-03-01
        cobalt     | 2025-03-01
      fact.departure: |
        account_id | day_number
      fact.goal_progress: |
        account_id | goal_id
      customer.outcome_goal: |
        id | account_id
      customer.milestone: |
        id | account_id | type        | reached_on
        m1 | acorn      | first_value | 2025-02-20
        m2 | cobalt     | first_value | 2025-04-01
        m3 | cobalt     | kickoff     | 2025-03-11
        m4 | dovetail   | go_live     | 2025-03-02
        m5 | dovetail   | first_value | 2025-03-04
    expect: |
      entity   | value | status   | warnings
      acorn    | 0     | OK       |
      cobalt   |       | CENSORED | more than 30 days
      dovetail | 3     | OK       |
      (all)    | 3     | OK       |

  - name: an account that left before is lost from sight, and a workspace may start at the kickoff
    as_of: 2025-03-31
    settings: {value_starts_at_kickoff: true}
    given:
      fact.account: |
        account_id | counts_as_logo | customer_since_day
        acorn      | true           | 2025-01-01
        cobalt     | true           | 2025-01-01
      fact.contract: |
        account_id | start_day
      fact.account_state: |
        account_id | state  | start_day  | end_day    | is_bridged
        acorn      | paying | 2025-01-01 | 2025-02-10 | false
        acorn      | none   | 2025-02-10 |            | false
        cobalt     | paying | 2025-01-01 | 2025-02-10 | false
        cobalt     | none   | 2025-02-10 | 2025-02-20 | true
        cobalt     | paying | 2025-02-20 |            | false
      fact.goal_progress: |
        account_id | goal_id
      customer.outcome_goal: |
        id | account_id
      customer.milestone: |
        id | account_id | type        | reached_on
        m1 | cobalt     | kickoff     | 2025-01-11
        m2 | cobalt     | first_value | 2025-02-15
    expect: |
      entity | component      | value | status   | warnings
      acorn  |                |       | CENSORED | more than 40 days
      cobalt |                | 35    | OK       |
      (all)  |                | 35    | OK       |
      (all)  | mean_completed | 35    | OK       |
      (all)  | rmst           | 37.5  | CENSORED |
---*/
