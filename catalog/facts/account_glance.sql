/*---
fact:    account_glance
title:   What a list says of an account besides its numbers
grain:   one account, one day that must be answerable
columns:
  account_id:  text
  day_number:  day
  is_customer: flag
  segment:     text
  plan:        text
  csm_id:      text
  renewal_day: day
  sponsor:     text
  pulse:       text
  pulse_day:   day
reads:   [fact.account, fact.customer_day, fact.ownership, fact.plan_day, fact.pulse,
          fact.renewal_day, fact.segment_member, fact.sponsor_standing]
caveats:
  - Where two segments or two managers overlap, which records do not allow, the later name shows.
---*/
select
    account.account_id,
    spine.day_number,
    coalesce(bool_or(customer_day.account_id is not null), false) as is_customer,
    max(segment_member.segment)  as segment,
    max(plan_day.plan)           as plan,
    max(ownership.csm_id)        as csm_id,
    max(renewal_day.due_day)     as renewal_day,
    max(sponsor_standing.standing)    as sponsor,
    max(pulse.colour)            as pulse,
    max(pulse.set_day)           as pulse_day
from spine
cross join fact.account
left join fact.customer_day
    on  customer_day.account_id = account.account_id
    and customer_day.day_number = spine.day_number
    and customer_day.bridge_known_day is null
left join fact.segment_member
    on  segment_member.account_id = account.account_id
    and segment_member.start_day <= spine.day_number
    and (segment_member.end_day is null or segment_member.end_day > spine.day_number)
left join fact.plan_day
    on  plan_day.account_id = account.account_id
    and plan_day.day_number = spine.day_number
left join fact.ownership
    on  ownership.account_id = account.account_id
    and ownership.start_day <= spine.day_number
    and (ownership.end_day is null or ownership.end_day > spine.day_number)
left join fact.renewal_day
    on  renewal_day.account_id = account.account_id
    and renewal_day.day_number = spine.day_number
left join fact.sponsor_standing
    on  sponsor_standing.account_id = account.account_id
    and sponsor_standing.day_number = spine.day_number
left join fact.pulse
    on  pulse.account_id = account.account_id
    and pulse.set_day <= spine.day_number
    and (pulse.until_day is null or pulse.until_day > spine.day_number)
group by account.account_id, spine.day_number
