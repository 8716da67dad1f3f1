/*---
fact:    pulse
title:   Somebody of ours says how an account is doing
grain:   one pulse, until the next one
columns:
  pulse_id:   text
  account_id: text
  colour:     text
  set_day:    day
  until_day:  day
reads:   [customer.pulse]
caveats:
  - The latest counts, whoever set it. Of two at the same instant it is the one with the higher id.
  - Of several on one day only the last is ever in force at the close of a day.
---*/
select
    pulse.id as pulse_id,
    pulse.account_id,
    pulse.value as colour,
    day_number(local_day(pulse.set_at)) as set_day,
    day_number(local_day(lead(pulse.set_at) over (
        partition by pulse.account_id
        order by pulse.set_at, pulse.source_id
    ))) as until_day
from customer.pulse as pulse
