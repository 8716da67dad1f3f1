/*---
fact:    touch_pace
title:   How often we were in contact of late, and how often we mean to be
grain:   one account, one day that must be answerable
columns:
  account_id: text
  day_number: day
  touches:    count
  inbound:    count
  target:     count
reads:   [fact.account, fact.touch, fact.tier]
caveats:
  - The window is touch_days, 30 days. High touch usually means four touches in it, low touch two,
    an account without a tier three.
---*/
with counted as (
    select
        spine.day_number,
        touch.account_id,
        count(*) as touches,
        cast(sum(case when touch.is_inbound then 1 else 0 end) as bigint) as inbound
    from spine
    join fact.touch
        on  touch.day_number >  spine.day_number - touch_days()
        and touch.day_number <= spine.day_number
    group by spine.day_number, touch.account_id
)
select
    account.account_id,
    spine.day_number,
    coalesce(counted.touches, 0) as touches,
    coalesce(counted.inbound, 0) as inbound,
    case tier.tier
        when 'high_touch' then touch_target_high_touch()
        when 'low_touch'  then touch_target_low_touch()
        else touch_target()
    end as target
from spine
cross join fact.account
left join counted
    on  counted.day_number = spine.day_number
    and counted.account_id = account.account_id
left join fact.tier
    on  tier.account_id = account.account_id
    and tier.start_day <= spine.day_number
    and (tier.end_day is null or tier.end_day > spine.day_number)
