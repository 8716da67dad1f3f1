/*---
fact:    feature_depth_day
title:   How many people of an account keep coming back to a value feature
grain:   one account, one feature, one day that must be answerable
columns:
  account_id: text
  feature_id: text
  day_number: day
  licensed:   count
  users:      count
reads:   [fact.deep_use, fact.licensed]
caveats:
  - licensed counts those who hold a licence on the day, users everybody.
  - Exact, in one pass over all days, as in account_usage_day. Where nobody does, there is no row.
---*/
with change as (
    select account_id, feature_id, start_day as day_number, 0 as licensed, 1 as users
    from fact.deep_use
    union all
    select account_id, feature_id, end_day, 0, -1 from fact.deep_use
    union all
    select
        deep_use.account_id,
        deep_use.feature_id,
        case when edge.is_start then greatest(deep_use.start_day, licensed.start_day)
            else least(deep_use.end_day, licensed.end_day) end,
        case when edge.is_start then 1 else -1 end,
        0
    from fact.deep_use
    join fact.licensed
        on  licensed.account_id = deep_use.account_id
        and licensed.user_id = deep_use.user_id
        and licensed.start_day < deep_use.end_day
        and licensed.end_day > deep_use.start_day
    cross join (values (true), (false)) as edge(is_start)
    union all
    select pair.account_id, pair.feature_id, spine.day_number, 0, 0
    from (select distinct account_id, feature_id from fact.deep_use) as pair
    cross join spine
),
day_sum as (
    select account_id, feature_id, day_number, sum(licensed) as licensed, sum(users) as users
    from change
    group by account_id, feature_id, day_number
),
running as (
    select
        account_id,
        feature_id,
        day_number,
        cast(sum(licensed) over w as bigint) as licensed,
        cast(sum(users) over w as bigint)    as users
    from day_sum
    window w as (partition by account_id, feature_id order by day_number)
)
select running.*
from running
join spine
    on spine.day_number = running.day_number
where running.users > 0
