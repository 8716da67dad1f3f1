/*---
fact:    value_case
title:   An account is to get value from the product
grain:   one account, one milestone
columns:
  account_id:   text
  milestone:    text
  start_day:    day
  reached_day:  day
  lost_day:     day
  milestone_id: text
reads:
  - fact.account_start
  - fact.departure
  - fact.goal_progress
  - customer.milestone
  - customer.outcome_goal
caveats:
  - It starts with the account, or with the kickoff where the workspace says so. What was reached
    before is reached on that day.
  - Value is realised when somebody signs it off, or when the primary goal of the organisation was
    first measured as reached.
  - An account that leaves before is lost from sight on the first day without it.
---*/
with begun as (
    select
        account_start.account_id,
        coalesce(
            case when value_starts_at_kickoff() then day_number(kickoff.reached_on) end,
            account_start.day_number
        ) as start_day
    from fact.account_start
    left join customer.milestone as kickoff
        on  kickoff.account_id = account_start.account_id
        and kickoff.type = 'kickoff'
),
reached as (
    select account_id, type as milestone, day_number(reached_on) as day_number, id as milestone_id
    from customer.milestone
    union all
    select
        goal.account_id,
        'value_realised' as milestone,
        goal_progress.measured_day,
        null as milestone_id
    from fact.goal_progress
    join customer.outcome_goal as goal
        on goal.id = goal_progress.goal_id
    where goal_progress.progress >= 1
    and coalesce(goal.is_primary, false)
    and coalesce(goal.scope, 'organisational') = 'organisational'
)
select
    begun.account_id,
    wanted.milestone,
    begun.start_day,
    case
        when min(reached.day_number) is not null
            then greatest(min(reached.day_number), begun.start_day)
    end as reached_day,
    min(departure.day_number)   as lost_day,
    min(reached.milestone_id)   as milestone_id
from begun
cross join (values ('first_value'), ('value_realised')) as wanted (milestone)
left join reached
    on  reached.account_id = begun.account_id
    and reached.milestone = wanted.milestone
left join fact.departure
    on  departure.account_id = begun.account_id
    and departure.day_number > begun.start_day
group by begun.account_id, wanted.milestone, begun.start_day
