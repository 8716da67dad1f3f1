/*---
fact:    eligible_day
title:   How many people of an account could use its features
grain:   one account, one day that must be answerable
columns:
  account_id:  text
  day_number:  day
  users:       count
  is_licensed: flag
reads:   [fact.account, fact.licensed, fact.account_usage_day]
caveats:
  - Those with a licence on the day. Where an account holds none, those who used the product in the
    last 30 days.
---*/
with change as (
    select account_id, start_day as day_number, 1 as licences from fact.licensed
    union all
    select account_id, end_day as day_number, -1 as licences
    from fact.licensed
    where end_day < 2147483647
    union all
    select account.account_id, spine.day_number, 0 as licences
    from fact.account
    cross join spine
),
day_sum as (
    select account_id, day_number, sum(licences) as licences
    from change
    group by account_id, day_number
),
running as (
    select
        account_id,
        day_number,
        sum(licences) over (partition by account_id order by day_number) as licences
    from day_sum
)
select
    running.account_id,
    running.day_number,
    case
        when running.licences > 0 then cast(running.licences as bigint)
        else coalesce(account_usage_day.mau, 0)
    end as users,
    running.licences > 0 as is_licensed
from running
join spine
    on spine.day_number = running.day_number
left join fact.account_usage_day
    on  account_usage_day.account_id = running.account_id
    and account_usage_day.day_number = running.day_number
