/*---
fact:    deep_users
title:   How many people of an account keep coming back to a value feature
grain:   one account, one feature, for as long as the number stays
columns:
  account_id: text
  feature_id: text
  users:      count
  start_day:  day
  end_day:    day
reads:   [fact.deep_use, fact.eligible, fact.feature_right]
back:    30 + monthly_active_days
caveats:
  - Of those who could use it, and while the account may. Where nobody does, there is no row.
---*/
with deep as (
    select
        deep_use.account_id,
        deep_use.feature_id,
        greatest(deep_use.start_day, eligible.start_day, feature_right.start_day) as start_day,
        least(
            deep_use.end_day,
            eligible.end_day,
            coalesce(feature_right.end_day, 2147483647)
        ) as end_day
    from fact.deep_use
    join fact.eligible
        on  eligible.account_id = deep_use.account_id
        and eligible.user_id = deep_use.user_id
        and eligible.start_day < deep_use.end_day
        and eligible.end_day   > deep_use.start_day
    join fact.feature_right
        on  feature_right.account_id = deep_use.account_id
        and feature_right.feature_id = deep_use.feature_id
),
change as (
    select account_id, feature_id, start_day as day_number, 1 as users
    from deep
    where start_day < end_day
    union all
    select account_id, feature_id, end_day as day_number, -1 as users
    from deep
    where start_day < end_day
),
running as (
    select
        account_id,
        feature_id,
        day_number,
        sum(sum(users)) over w  as users,
        lead(day_number) over w as day_after
    from change
    group by account_id, feature_id, day_number
    window w as (partition by account_id, feature_id order by day_number)
)
select
    account_id,
    feature_id,
    cast(users as bigint) as users,
    day_number            as start_day,
    day_after             as end_day
from running
where users > 0
