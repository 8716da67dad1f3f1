/*---
fact:    user_week
title:   A person has used the product within 7 days
grain:   one person of one account, for as long as no gap is longer
columns:
  account_id: text
  user_id:    text
  start_day:  day
  end_day:    day
reads:   [fact.user_day]
back:    7
---*/
with parted as (
    select
        account_id,
        user_id,
        day_number,
        lag(day_number) over (partition by account_id, user_id order by day_number) as day_before
    from fact.user_day
),
numbered as (
    select
        account_id,
        user_id,
        day_number,
        sum(case when day_before is null or day_number - day_before > 7 then 1 else 0 end)
            over (partition by account_id, user_id order by day_number) as stretch
    from parted
)
select
    account_id,
    user_id,
    min(day_number)     as start_day,
    max(day_number) + 7 as end_day
from numbered
group by account_id, user_id, stretch
