/*---
fact:    eligible_day
title:   How many people could use the features of an account
grain:   one account, one day that must be answerable
columns:
  account_id: text
  day_number: day
  users:      count
reads:   [fact.eligible]
back:    monthly_active_days
caveats:
  - In one pass over all days, as in account_usage_day. Where nobody could, there is no row.
---*/
with change as (
    select account_id, start_day as day_number, 1 as users from fact.eligible
    union all
    select account_id, end_day as day_number, -1 as users from fact.eligible
    union all
    select account.account_id, spine.day_number, 0 as users
    from (select distinct account_id from fact.eligible) as account
    cross join spine
),
day_sum as (
    select
        account_id,
        greatest(day_number, (select min(spine.day_number) from spine)) as day_number,
        cast(sum(users) as bigint) as users
    from change
    where day_number <= (select max(spine.day_number) from spine)
    group by 1, 2
),
running as (
    select
        account_id,
        day_number,
        sum(users) over (
            partition by account_id
            order by day_number
            rows between unbounded preceding and current row
        ) as users
    from day_sum
)
select
    running.account_id,
    running.day_number,
    cast(running.users as bigint) as users
from running
join spine
    on spine.day_number = running.day_number
where running.users > 0
