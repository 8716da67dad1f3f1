/*---
fact:    relationship_day
title:   Whom at an account we are in conversation with
grain:   one account with contacts, one day that must be answerable
columns:
  account_id:        text
  day_number:        day
  contacts:          count
  levels:            count
  departments:       count
  department_target: count
reads:   [fact.contact, fact.contact_met, fact.tier]
caveats:
  - A conversation is a two-way touch within relationship_days, usually 90. Who has left the account
    does not count.
  - Levels are those of C-level, VP, director and user; a manager stands for none of them.
  - Usually five departments matter where we are close, three from afar, four without a tier.
---*/
with known as (
    select account_id, min(coalesce(joined_day, -2147483648)) as first_day
    from fact.contact
    group by account_id
),
spoken as (
    select
        spine.day_number,
        contact.account_id,
        count(*) as contacts,
        max(case when contact.level = 'c_level' then 1 else 0 end)
            + max(case when contact.level = 'vp' then 1 else 0 end)
            + max(case when contact.level = 'director' then 1 else 0 end)
            + max(case when contact.level = 'user' then 1 else 0 end) as levels,
        count(distinct contact.department) as departments
    from spine
    join fact.contact_met
        on  contact_met.met_day <= spine.day_number
        and contact_met.met_day >  spine.day_number - relationship_days()
        and coalesce(contact_met.until_day, 2147483647) > spine.day_number
    join fact.contact
        on  contact.contact_id = contact_met.contact_id
        and coalesce(contact.joined_day, spine.day_number) <= spine.day_number
        and coalesce(contact.left_day, 2147483647) > spine.day_number
    group by spine.day_number, contact.account_id
)
select
    known.account_id,
    spine.day_number,
    coalesce(spoken.contacts, 0)    as contacts,
    coalesce(spoken.levels, 0)      as levels,
    coalesce(spoken.departments, 0) as departments,
    case tier.tier
        when 'high_touch' then departments_high_touch()
        when 'low_touch'  then departments_low_touch()
        else departments()
    end as department_target
from spine
join known
    on known.first_day <= spine.day_number
left join spoken
    on  spoken.day_number = spine.day_number
    and spoken.account_id = known.account_id
left join fact.tier
    on  tier.account_id = known.account_id
    and tier.start_day <= spine.day_number
    and (tier.end_day is null or tier.end_day > spine.day_number)
