/*---
fact:    goal_progress
title:   How far a customer has come towards a goal
grain:   one goal at one measurement, until a better one
columns:
  account_id:     text
  goal_id:        text
  measurement_id: text
  scope:          text
  weight:         number
  progress:       fraction
  is_confirmed:   flag
  is_overdue:     flag
  measured_day:   day
  until_day:      day
reads:   [customer.outcome_goal, customer.outcome_measurement]
caveats:
  - The share of the way from baseline to target, from 0 to 1. Without a way between them, a goal is
    reached when its value is at least the target.
  - What the customer confirmed is never overridden by an estimate of ours.
  - A goal that nobody measured stands at 0 from the day after it was due.
---*/
with measured as (
    select
        goal.id as goal_id,
        measurement.id as measurement_id,
        day_number(measurement.measured_on)   as measured_day,
        measurement.value,
        measurement.confirmed_by = 'customer' as is_confirmed,
        lead(day_number(measurement.measured_on)) over (
            partition by goal.id, measurement.confirmed_by = 'customer'
            order by measurement.measured_on, measurement.source_id
        ) as day_after
    from customer.outcome_goal as goal
    join customer.outcome_measurement as measurement
        on measurement.goal_id = goal.id
),
first_word as (
    select
        goal_id,
        min(measured_day)                                as measured_day,
        min(case when is_confirmed then measured_day end) as confirmed_day
    from measured
    group by goal_id
),
stand as (
    select
        measured.goal_id,
        measured.measurement_id,
        measured.value,
        measured.is_confirmed,
        false as is_overdue,
        measured.measured_day,
        case
            when measured.is_confirmed then measured.day_after
            when measured.day_after is null then first_word.confirmed_day
            else least(measured.day_after, coalesce(first_word.confirmed_day, 2147483647))
        end as until_day
    from measured
    join first_word
        on first_word.goal_id = measured.goal_id
    union all
    select
        goal.id as goal_id,
        null    as measurement_id,
        null    as value,
        true    as is_confirmed,
        true    as is_overdue,
        day_number(goal.due_on) + 1 as measured_day,
        first_word.measured_day     as until_day
    from customer.outcome_goal as goal
    left join first_word
        on first_word.goal_id = goal.id
    where goal.due_on is not null
)
select
    goal.account_id,
    goal.id as goal_id,
    stand.measurement_id,
    coalesce(goal.scope, 'organisational') as scope,
    coalesce(goal.weight, 1)               as weight,
    case
        when stand.is_overdue then 0
        when coalesce(goal.baseline, goal.target) = goal.target
            then case when stand.value >= goal.target then 1 else 0 end
        else least(greatest(
            rounded(divided(stand.value - goal.baseline, goal.target - goal.baseline)), 0
        ), 1)
    end as progress,
    stand.is_confirmed,
    stand.is_overdue,
    stand.measured_day,
    stand.until_day
from stand
join customer.outcome_goal as goal
    on goal.id = stand.goal_id
where stand.until_day is null
or stand.until_day > stand.measured_day
