/*---
fact:    eligible
title:   A person could use the features of an account
grain:   one person, one account, for a while
columns:
  account_id: text
  user_id:    text
  start_day:  day
  end_day:    day
reads:   [fact.account, fact.licensed, fact.user_active]
back:    monthly_active_days
caveats:
  - Those with a licence. While an account holds none, those who used the product within 30 days.
---*/
with change as (
    select account_id, start_day as day_number, 1 as licences from fact.licensed
    union all
    select account_id, end_day as day_number, -1 as licences from fact.licensed
    union all
    select account_id, -2147483648 as day_number, 0 as licences from fact.account
),
stretch as (
    select
        account_id,
        day_number as start_day,
        coalesce(
            lead(day_number) over (partition by account_id order by day_number), 2147483647
        ) as end_day,
        sum(sum(licences)) over (partition by account_id order by day_number) as licences
    from change
    group by account_id, day_number
)
select account_id, user_id, start_day, end_day
from fact.licensed
union all
select
    user_active.account_id,
    user_active.user_id,
    greatest(user_active.start_day, stretch.start_day) as start_day,
    least(user_active.end_day, stretch.end_day)        as end_day
from stretch
join fact.user_active
    on  user_active.account_id = stretch.account_id
    and user_active.start_day < stretch.end_day
    and user_active.end_day   > stretch.start_day
where stretch.licences = 0
