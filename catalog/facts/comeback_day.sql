/*---
fact:    comeback_day
title:   How often people of an account came, of how often they could have come
grain:   one account that was used within a month, one day that must be answerable
columns:
  account_id:    text
  day_number:    day
  user_days:     count
  users:         count
  business_days: count
  divisor:       count
  is_young:      flag
reads:   [fact.account_usage_day, fact.user_day, fact.first_paid, fact.business_days]
back:    7 + monthly_active_days
caveats:
  - An account that first paid less than a month ago is measured by the days since, once there are as
    many as the workspace asks for, usually 7.
---*/
with young as (
    select
        first_paid.account_id,
        spine.day_number,
        least(
            greatest(spine.day_number - first_paid.day_number + 1, young_account_days()),
            monthly_active_days()
        ) as days
    from spine
    join fact.first_paid
        on  first_paid.day_number <= spine.day_number
        and first_paid.day_number > spine.day_number - monthly_active_days() + 1
),
counted as (
    select
        month.account_id,
        month.day_number,
        month.user_days,
        month.mau             as users,
        monthly_active_days() as days,
        false                 as is_young
    from fact.account_usage_day as month
    left join young
        on  young.account_id = month.account_id
        and young.day_number = month.day_number
    where young.account_id is null
    and month.mau > 0
    union all
    select
        young.account_id,
        young.day_number,
        count(*)                         as user_days,
        count(distinct user_day.user_id) as users,
        young.days,
        true                             as is_young
    from young
    join fact.user_day
        on  user_day.account_id = young.account_id
        and user_day.day_number >  young.day_number - young.days
        and user_day.day_number <= young.day_number
    group by young.account_id, young.day_number, young.days
)
select
    counted.account_id,
    counted.day_number,
    counted.user_days,
    counted.users,
    business_days.business_days,
    business_days.divisor,
    counted.is_young
from counted
join fact.business_days
    on  business_days.day_number = counted.day_number
    and business_days.days = counted.days
