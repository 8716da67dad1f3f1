/*---
fact:    engaged_user
title:   A person did much in the product within a month
grain:   one person of one account, for as long as it holds
columns:
  account_id: text
  user_id:    text
  start_day:  day
  end_day:    day
reads:   [fact.user_day]
back:    monthly_active_days
caveats:
  - Much is at least as many qualifying events as the workspace says, usually 5.
---*/
with change as (
    select account_id, user_id, day_number, events from fact.user_day
    union all
    select account_id, user_id, day_number + monthly_active_days() as day_number, -events as events
    from fact.user_day
),
running as (
    select
        account_id,
        user_id,
        day_number,
        sum(sum(events)) over (partition by account_id, user_id order by day_number) as events,
        lead(day_number) over (partition by account_id, user_id order by day_number) as day_after
    from change
    group by account_id, user_id, day_number
)
select account_id, user_id, day_number as start_day, day_after as end_day
from running
where events >= engaged_events()
