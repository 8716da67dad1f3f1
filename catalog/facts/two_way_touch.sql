/*---
fact:    two_way_touch
title:   We and a contact spoke with one another
grain:   one touch, one contact
columns:
  account_id: text
  contact_id: text
  touch_id:   text
  day_number: day
reads:   [customer.touch, customer.touch_contact]
caveats:
  - A meeting held, a call connected, a chat, or any message that came in. A mail that only we sent
    is not two-way, and neither is anything automated or internal.
---*/
select
    touch.account_id,
    present.contact_id,
    touch.id as touch_id,
    day_number(local_day(touch.occurred_at)) as day_number
from customer.touch as touch
join customer.touch_contact as present
    on present.touch_id = touch.id
where touch.status = 'done'
and not touch.is_automated
and touch.direction <> 'internal'
and (touch.channel in ('meeting', 'phone', 'chat') or touch.direction = 'inbound')
