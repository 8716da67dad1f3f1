/*---
fact:    touch
title:   We and an account were in contact
grain:   one channel, one circle of contacts, one day
columns:
  touch_id:   text
  account_id: text
  channel:    text
  is_inbound: flag
  day_number: day
reads:   [customer.touch, customer.touch_contact]
caveats:
  - Only what happened between people. Automated and internal messages, voicemails, no-shows and
    what was cancelled or is planned are left out.
  - Ten mails to one contact on one day are one touch, and so is a meeting with three contacts.
  - A chat that goes on over midnight is one touch, of the day it began.
  - touch_id is the first record of the touch; is_inbound, whether any of them came from the account.
---*/
with held as (
    select
        touch.id as touch_id,
        touch.account_id,
        touch.channel,
        touch.direction,
        touch.thread_key,
        touch.occurred_at,
        day_number(local_day(touch.occurred_at)) as day_number,
        lag(touch.occurred_at) over (
            partition by touch.account_id, touch.channel, touch.thread_key
            order by touch.occurred_at, touch.id
        ) as before_at
    from customer.touch as touch
    where touch.status = 'done'
    and not touch.is_automated
    and touch.direction <> 'internal'
),
circle as (
    select
        touch_id,
        joined(array_agg(contact_id)) as contacts
    from customer.touch_contact
    group by touch_id
)
select
    min_by(held.touch_id, (held.occurred_at, held.touch_id)) as touch_id,
    held.account_id,
    held.channel,
    bool_or(held.direction = 'inbound') as is_inbound,
    held.day_number
from held
left join circle
    on circle.touch_id = held.touch_id
where not (
    held.channel = 'chat'
    and held.thread_key is not null
    and coalesce(day_number(local_day(held.before_at)) < held.day_number, false)
    and coalesce(held.occurred_at - held.before_at <= interval '1' hour, false)
)
group by
    held.account_id,
    held.channel,
    held.day_number,
    coalesce(circle.contacts, held.thread_key, held.touch_id)
