/*---
fact:    deep_use
title:   A person keeps coming back to a value feature
grain:   one person of one account, one feature, from one day of use to the next at most
columns:
  account_id: text
  user_id:    text
  feature_id: text
  start_day:  day
  end_day:    day
reads:   [fact.usage_day, fact.value_feature]
back:    30
caveats:
  - Within the stretch the last 30 days hold as many days of use as the feature asks for. A day of
    use keeps its word until the day so many before it is 30 days old, or until the next one speaks.
---*/
with used as (
    select
        usage_day.account_id,
        usage_day.user_id,
        usage_day.feature_id,
        usage_day.day_number,
        value_feature.min_days,
        row_number() over w                as place,
        lead(usage_day.day_number) over w as day_after
    from fact.usage_day
    join fact.value_feature
        on value_feature.feature_id = usage_day.feature_id
    where usage_day.user_id is not null
    window w as (
        partition by usage_day.account_id, usage_day.user_id, usage_day.feature_id
        order by usage_day.day_number
    )
)
select
    used.account_id,
    used.user_id,
    used.feature_id,
    used.day_number as start_day,
    least(earliest.day_number + 30, coalesce(used.day_after, 2147483647)) as end_day
from used
join used as earliest
    on  earliest.account_id = used.account_id
    and earliest.user_id = used.user_id
    and earliest.feature_id = used.feature_id
    and earliest.place = used.place - used.min_days + 1
where earliest.day_number + 30 > used.day_number
