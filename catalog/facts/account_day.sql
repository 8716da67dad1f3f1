/*---
fact:    account_day
title:   An account used the product on a day
grain:   one account, one day
columns:
  account_id: text
  day_number: day
  events:     count
reads:   [fact.usage_day]
back:    30
caveats:
  - Counts also what a source reports without saying who it was.
---*/
select
    account_id,
    day_number,
    cast(sum(events) as bigint) as events
from fact.usage_day
group by account_id, day_number
