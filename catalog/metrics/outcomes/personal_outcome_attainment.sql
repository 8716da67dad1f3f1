/*---
metric:   personal_outcome_attainment
title:    Personal outcomes achieved
question: How much of what they wanted for themselves have their people reached?
kind:     ratio
unit:     fraction
better:   higher
per:      [account, segment, company]
window:   instant
reads:    [fact.goal_progress, fact.customer_day]
sources:  [outcome_measurement, outcome_goal]
absent:   no data
bounds:   [0, 1]
components: [headline, with_estimates]
tags:     [usage, health]
owner:    customer-success
version:  1
meaning: |
  How far the customer has come on the way from where each goal began to where it should end, goals
  weighted. Goals of persons.
caveats:
  - Only what the customer confirmed counts. With our own estimates, for goals that have nothing
    better, it is the component with_estimates.
  - A goal without a measurement is left out until it is due. From then on it stands at 0.
  - When all measurements are older than 365 days the value is stale.
  - Groups are the mean of their customers with a value.
related:  [outcome_attainment]
---*/
select
    period.id as period_id,
    goal_progress.account_id,
    line.component,
    sum(cast(goal_progress.weight * goal_progress.progress as decimal(38, 12))) as numerator,
    sum(goal_progress.weight) as denominator,
    coalesce(
        max(case when not goal_progress.is_overdue then goal_progress.measured_day end),
        max(goal_progress.measured_day)
    ) as observed_day,
    case
        when period.as_of_day - max(goal_progress.measured_day) > outcome_stale_days() then 'STALE'
    end as trust,
    max(case when goal_progress.is_overdue then 'goal_overdue' end) as warning
from period
join fact.goal_progress
    on  goal_progress.measured_day <= period.as_of_day
    and coalesce(goal_progress.until_day, 2147483647) > period.as_of_day
join (values ('', true), ('with_estimates', false)) as line(component, confirmed_only)
    on goal_progress.is_confirmed or not line.confirmed_only
where goal_progress.scope = 'personal'
group by period.id, period.as_of_day, goal_progress.account_id, line.component

--- groups: the mean of the accounts with a value
with attained as (
    select
        member.period_id,
        member.entity_id,
        member.account_id,
        line.component,
        sum(cast(goal_progress.weight * goal_progress.progress as decimal(38, 12))) as reached,
        sum(goal_progress.weight) as weight
    from member
    join period
        on period.id = member.period_id
    join fact.customer_day
        on  customer_day.account_id = member.account_id
        and customer_day.day_number = period.as_of_day
        and (
            customer_day.bridge_known_day is null
            or customer_day.bridge_known_day <= period.known_day
        )
    join fact.goal_progress
        on  goal_progress.account_id = member.account_id
        and goal_progress.measured_day <= period.as_of_day
        and coalesce(goal_progress.until_day, 2147483647) > period.as_of_day
    join (values ('', true), ('with_estimates', false)) as line(component, confirmed_only)
        on goal_progress.is_confirmed or not line.confirmed_only
    where goal_progress.scope = 'personal'
    group by member.period_id, member.entity_id, member.account_id, line.component
)
select
    period_id,
    entity_id,
    component,
    sum(rounded(divided(reached, weight))) as numerator,
    count(*) as denominator
from attained
where weight > 0
group by period_id, entity_id, component

--- rows: every goal by its share of the weight of its account
with stand as (
    select
        period.id as period_id,
        goal_progress.*,
        line.component,
        sum(goal_progress.weight) over (
            partition by period.id, goal_progress.account_id, line.component
        ) as all_weight
    from period
    join fact.goal_progress
        on  goal_progress.measured_day <= period.as_of_day
        and coalesce(goal_progress.until_day, 2147483647) > period.as_of_day
    join (values ('', true), ('with_estimates', false)) as line(component, confirmed_only)
        on goal_progress.is_confirmed or not line.confirmed_only
    where goal_progress.scope = 'personal'
)
select
    stand.period_id,
    stand.account_id,
    line.part,
    stand.component,
    finely(divided(
        stand.weight * case line.part when 'numerator' then stand.progress else 1 end,
        stand.all_weight
    )) as amount,
    case when stand.is_overdue then 'outcome_goal' else 'outcome_measurement' end as record_table,
    case when stand.is_overdue then stand.goal_id else stand.measurement_id end   as record_id,
    stand.measured_day as day_number,
    case when stand.is_overdue then 'overdue' end as label
from stand
join period
    on period.id = stand.period_id
cross join (values ('numerator'), ('denominator')) as line(part)
left join fact.customer_day
    on  customer_day.account_id = stand.account_id
    and customer_day.day_number = period.as_of_day
    and (customer_day.bridge_known_day is null or customer_day.bridge_known_day <= period.known_day)
where stand.all_weight > 0
and (
    customer_day.account_id is not null
    or exists (select 1 from asked_entity where asked_entity.id = stand.account_id)
)

/*---
examples:
  - name: the share of the way, weighted by goal, and a group is the mean of its accounts
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id  | counts_as_logo
        acorn       | true
        brightwater | true
        cobalt      | true
        dovetail    | true
      fact.customer_day: |
        account_id  | day_number | is_paying
        acorn       | 2025-05-31 | true
        brightwater | 2025-05-31 | true
        cobalt      | 2025-05-31 | true
        dovetail    | 2025-05-31 | true
      customer.outcome_goal: |
        id | account_id  | scope          | baseline | target | weight | due_on
        g1 | acorn       | personal       | 72       | 24     | 0.6    | 2025-12-31
        g2 | acorn       | personal       | 0        | 10     | 0.4    |
        g3 | acorn       | organisational | 0        | 10     | 9      |
        g4 | brightwater | personal       | 72       | 24     | 1      |
        g5 | cobalt      | personal       | 5        | 5      | 1      |
        g6 | acorn       | personal       | 0        | 10     | 5      | 2025-05-31
      customer.outcome_measurement: |
        goal_id | source_id | value | measured_on | confirmed_by
        g1      | 1         | 60    | 2025-04-01  | customer
        g1      | 2         | 48    | 2025-05-01  | customer
        g1      | 3         | 24    | 2025-05-20  | csm_estimate
        g1      | 4         | 24    | 2025-06-01  | customer
        g2      | 5         | 12    | 2025-05-31  | customer
        g3      | 6         | 0     | 2025-05-31  | customer
        g4      | 7         | 80    | 2025-05-31  | customer
        g5      | 8         | 5     | 2025-05-31  | customer
    expect: |
      entity      | component      | value          | status
      acorn       |                | 0.7            | OK
      acorn       | with_estimates | 0.7            | OK
      brightwater |                | 0              | OK
      cobalt      |                | 1              | OK
      dovetail    |                |                | NO_DATA
      (all)       |                | 0.566666666667 | OK

  - name: past its day a goal that nobody measured is at nothing, and estimates stand apart
    as_of: 2025-05-31
    given:
      fact.account: |
        account_id | counts_as_logo
        acorn      | true
        cobalt     | true
        ember      | true
      fact.customer_day: |
        account_id | day_number | is_paying
        acorn      | 2025-05-31 | true
      customer.outcome_goal: |
        id | account_id | scope          | baseline | target | weight | due_on
        g1 | acorn      | personal       | 0        | 10     | 1      | 2025-05-30
        g2 | acorn      | personal       | 0        | 10     | 1      | 2025-05-30
        g3 | cobalt     | personal       | 0        | 10     | 1      | 2025-05-30
        g4 | ember      | personal       | 0        | 10     | 1      |
      customer.outcome_measurement: |
        goal_id | source_id | value | measured_on | confirmed_by
        g1      | 1         | 8     | 2025-05-01  | customer
        g3      | 2         | 5     | 2025-05-01  | csm_estimate
        g4      | 3         | 5     | 2024-05-30  | customer
    expect: |
      entity | component      | value | status  | observed   | warnings
      acorn  |                | 0.4   | OK      | 2025-05-01 | goal_overdue
      cobalt |                |       | NO_DATA |            |
      cobalt | with_estimates | 0.5   | OK      | 2025-05-01 |
      ember  |                | 0.5   | STALE   | 2024-05-30 |
---*/
