/*---
fact:    planned_meeting
title:   A meeting with an account is in the calendar
grain:   one planned meeting
columns:
  account_id: text
  day_number: day
reads:   [customer.touch]
caveats:
  - That it is planned is its present state. What was planned then and has been held is not here.
---*/
select
    touch.account_id,
    day_number(local_day(touch.occurred_at)) as day_number
from customer.touch as touch
where touch.channel = 'meeting'
and touch.status = 'planned'
