/*---
fact:    deep_day
title:   How much of what they may use people of an account keep coming back to
grain:   one account, one day that must be answerable
columns:
  account_id: text
  day_number: day
  weight:     number
reads:   [fact.deep_use, fact.eligible, fact.feature_right, fact.value_feature]
caveats:
  - The weights of the value features that the account may use, each as often as there are people
    who could use it and keep coming back. Where nobody does, there is no row.
  - In one pass over all days. What happened before the first of them counts on the first.
---*/
with deep as (
    select
        deep_use.account_id,
        value_feature.weight,
        greatest(deep_use.start_day, eligible.start_day, feature_right.start_day) as start_day,
        least(
            deep_use.end_day,
            eligible.end_day,
            coalesce(feature_right.end_day, 2147483647)
        ) as end_day
    from fact.deep_use
    join fact.value_feature
        on value_feature.feature_id = deep_use.feature_id
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
    select account_id, start_day as day_number, weight from deep where start_day < end_day
    union all
    select account_id, end_day as day_number, -weight as weight
    from deep
    where start_day < end_day
    union all
    select account.account_id, spine.day_number, 0 as weight
    from (select distinct account_id from deep) as account
    cross join spine
),
day_sum as (
    select
        account_id,
        greatest(day_number, (select min(spine.day_number) from spine)) as day_number,
        sum(weight) as weight
    from change
    where day_number <= (select max(spine.day_number) from spine)
    group by 1, 2
),
running as (
    select
        account_id,
        day_number,
        sum(weight) over (
            partition by account_id
            order by day_number
            rows between unbounded preceding and current row
        ) as weight
    from day_sum
)
select running.*
from running
join spine
    on spine.day_number = running.day_number
where running.weight > 0
