/*---
fact:    account_usage_day
title:   An account's usage over the days that end with a day
grain:   one account, one day that must be answerable
columns:
  account_id:  text
  day_number:  day
  dau:         count
  wau:         count
  mau:         count
  user_days:   count
  active_days: count
reads:   [fact.user_day, fact.account_day]
back:    7 + monthly_active_days
caveats:
  - wau looks back 7 days; mau, user_days and active_days look back
    30, or as many days as the workspace has set.
  - Exact, in one pass over all days. A person's day adds one when the gap before it is longer than
    the window, and takes one away where the gap after it gets longer; the running sum is then the
    number of different people.
  - Accounts without any usage in the window have no row.
---*/
with visit as (
    select
        account_id,
        day_number,
        lag(day_number) over (partition by account_id, user_id order by day_number)  as day_before,
        lead(day_number) over (partition by account_id, user_id order by day_number) as day_after
    from fact.user_day
),
change as (
    select account_id, day_number, 1 as dau,
        case when day_before is null or day_number - day_before > 7 then 1 else 0 end  as wau,
        case when day_before is null or day_number - day_before > monthly_active_days()
            then 1 else 0 end as mau,
        1 as user_days, 0 as active_days
    from visit
    union all
    select account_id, day_number + 1 as day_number, -1, 0, 0, 0, 0 from visit
    union all
    select account_id, day_number + 7 as day_number, 0, -1, 0, 0, 0
    from visit
    where day_after is null or day_after - day_number > 7
    union all
    select account_id, day_number + monthly_active_days() as day_number, 0, 0,
        case when day_after is null or day_after - day_number > monthly_active_days()
            then -1 else 0 end, -1, 0
    from visit
    union all
    select account_id, day_number, 0, 0, 0, 0, 1 from fact.account_day
    union all
    select account_id, day_number + monthly_active_days() as day_number, 0, 0, 0, 0, -1
    from fact.account_day
    union all
    select account.account_id, spine.day_number, 0, 0, 0, 0, 0
    from (select distinct account_id from fact.account_day) as account
    cross join spine
),
day_sum as (
    select
        account_id,
        greatest(day_number, (select min(spine.day_number) from spine)) as day_number,
        cast(sum(dau) as bigint)         as dau,
        cast(sum(wau) as bigint)         as wau,
        cast(sum(mau) as bigint)         as mau,
        cast(sum(user_days) as bigint)   as user_days,
        cast(sum(active_days) as bigint) as active_days
    from change
    where day_number <= (select max(spine.day_number) from spine)
    group by 1, 2
),
running as (
    select
        account_id,
        day_number,
        cast(sum(dau) over w as bigint)         as dau,
        cast(sum(wau) over w as bigint)         as wau,
        cast(sum(mau) over w as bigint)         as mau,
        cast(sum(user_days) over w as bigint)   as user_days,
        cast(sum(active_days) over w as bigint) as active_days
    from day_sum
    window w as (
        partition by account_id
        order by day_number
        rows between unbounded preceding and current row
    )
)
select running.*
from running
join spine
    on spine.day_number = running.day_number
where running.active_days > 0
