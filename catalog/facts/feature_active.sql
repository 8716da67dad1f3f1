/*---
fact:    feature_active
title:   A person has used a feature within a month
grain:   one person of one account, one feature, for as long as no gap is longer
columns:
  account_id: text
  user_id:    text
  feature_id: text
  start_day:  day
  end_day:    day
reads:   [fact.usage_day]
back:    monthly_active_days
caveats:
  - A month is 30 days, unless the workspace has set another number.
---*/
with parted as (
    select
        account_id,
        user_id,
        feature_id,
        day_number,
        lag(day_number) over (
            partition by account_id, user_id, feature_id order by day_number
        ) as day_before
    from fact.usage_day
    where user_id is not null
    and feature_id is not null
),
numbered as (
    select
        parted.*,
        sum(
            case
                when day_before is null or day_number - day_before > monthly_active_days()
                then 1 else 0
            end
        ) over (partition by account_id, user_id, feature_id order by day_number) as stretch
    from parted
)
select
    account_id,
    user_id,
    feature_id,
    min(day_number) as start_day,
    max(day_number) + monthly_active_days() as end_day
from numbered
group by account_id, user_id, feature_id, stretch
