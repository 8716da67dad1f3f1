/*---
fact:    sponsor_standing
title:   How an account's executive sponsors stand
grain:   one account that has or had one, one day that must be answerable
columns:
  account_id: text
  day_number: day
  standing:   text
reads:   [fact.sponsor, fact.two_way_touch]
caveats:
  - A sponsor is ok when one that is present had a two-way touch within relationship_days, usually 90.
    Otherwise it is left when one has departed, and quiet when none has.
---*/
with met as (
    select contact_id, day_number
    from fact.two_way_touch
    group by contact_id, day_number
),
seen as (
    select
        sponsor.account_id,
        spine.day_number,
        coalesce(sponsor.left_day <= spine.day_number, false) as has_left,
        met.contact_id is not null                            as was_met
    from spine
    join fact.sponsor
        on coalesce(sponsor.joined_day, spine.day_number) <= spine.day_number
    left join met
        on  met.contact_id = sponsor.contact_id
        and met.day_number <= spine.day_number
        and met.day_number >  spine.day_number - relationship_days()
)
select
    account_id,
    day_number,
    case
        when bool_or(was_met and not has_left) then 'ok'
        when bool_or(has_left)                 then 'left'
        else 'quiet'
    end as standing
from seen
group by account_id, day_number
