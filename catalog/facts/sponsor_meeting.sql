/*---
fact:    sponsor_meeting
title:   An executive sponsor was asked to meet us
grain:   one meeting, one sponsor
columns:
  contact_id: text
  day_number: day
  is_held:    flag
reads:   [fact.sponsor, customer.touch, customer.touch_contact]
caveats:
  - Held, missed or cancelled; a planned one has no answer yet.
---*/
select
    sponsor.contact_id,
    day_number(local_day(touch.occurred_at)) as day_number,
    touch.status = 'done' as is_held
from fact.sponsor
join customer.touch_contact as present
    on present.contact_id = sponsor.contact_id
join customer.touch as touch
    on touch.id = present.touch_id
where touch.channel = 'meeting'
and touch.status in ('done', 'no_show', 'cancelled')
and not touch.is_automated
and touch.direction <> 'internal'
