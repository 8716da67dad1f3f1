/*---
fact:    feature_use
title:   An account has used a feature within 30 days
grain:   one account, one feature, for as long as no gap is longer
columns:
  account_id: text
  feature_id: text
  start_day:  day
  end_day:    day
reads:   [fact.usage_day]
back:    30
---*/
with used as (
    select distinct account_id, feature_id, day_number
    from fact.usage_day
    where feature_id is not null
),
parted as (
    select
        account_id,
        feature_id,
        day_number,
        lag(day_number) over (partition by account_id, feature_id order by day_number) as day_before
    from used
),
numbered as (
    select
        account_id,
        feature_id,
        day_number,
        sum(case when day_before is null or day_number - day_before > 30 then 1 else 0 end)
            over (partition by account_id, feature_id order by day_number) as stretch
    from parted
)
select
    account_id,
    feature_id,
    min(day_number)      as start_day,
    max(day_number) + 30 as end_day
from numbered
group by account_id, feature_id, stretch
