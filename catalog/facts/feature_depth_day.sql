/*---
fact:    feature_depth_day
title:   How many of those who could keep coming back to a value feature
grain:   one account, one feature, one day that must be answerable
columns:
  account_id: text
  feature_id: text
  day_number: day
  users:      count
reads:   [fact.deep_use, fact.eligible]
caveats:
  - In one pass over all days, as in account_usage_day. Where nobody does, there is no row.
---*/
with deep as (
    select
        deep_use.account_id,
        deep_use.feature_id,
        greatest(deep_use.start_day, eligible.start_day) as start_day,
        least(deep_use.end_day, eligible.end_day)        as end_day
    from fact.deep_use
    join fact.eligible
        on  eligible.account_id = deep_use.account_id
        and eligible.user_id = deep_use.user_id
        and eligible.start_day < deep_use.end_day
        and eligible.end_day   > deep_use.start_day
),
change as (
    select account_id, feature_id, start_day as day_number, 1 as users from deep
    union all
    select account_id, feature_id, end_day as day_number, -1 as users from deep
    union all
    select pair.account_id, pair.feature_id, spine.day_number, 0 as users
    from (select distinct account_id, feature_id from deep) as pair
    cross join spine
),
running as (
    select
        account_id,
        feature_id,
        day_number,
        sum(sum(users)) over (
            partition by account_id, feature_id
            order by day_number
        ) as users
    from change
    group by account_id, feature_id, day_number
)
select
    running.account_id,
    running.feature_id,
    running.day_number,
    cast(running.users as bigint) as users
from running
join spine
    on spine.day_number = running.day_number
where running.users > 0
