/*---
fact:    touch_pace
title:   How often we were in contact within 30 days, and how often we mean to be
grain:   one account, one day that must be answerable
columns:
  account_id: text
  day_number: day
  touches:    count
  target:     count
reads:   [fact.account, fact.touch, fact.tier]
caveats:
  - High touch means four touches in 30 days, low touch two. An account without a tier means three.
---*/
with counted as (
    select spine.day_number, touch.account_id, count(*) as touches
    from spine
    join fact.touch
        on  touch.day_number >  spine.day_number - 30
        and touch.day_number <= spine.day_number
    group by spine.day_number, touch.account_id
)
select
    account.account_id,
    spine.day_number,
    coalesce(counted.touches, 0) as touches,
    case tier.tier when 'high_touch' then 4 when 'low_touch' then 2 else 3 end as target
from spine
cross join fact.account
left join counted
    on  counted.day_number = spine.day_number
    and counted.account_id = account.account_id
left join fact.tier
    on  tier.account_id = account.account_id
    and tier.start_day <= spine.day_number
    and (tier.end_day is null or tier.end_day > spine.day_number)
