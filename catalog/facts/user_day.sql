/*---
fact:    user_day
title:   A person used the product on a day
grain:   one person of one account, one day
columns:
  account_id:   text
  user_id:      text
  day_number:   day
  events:       count
  record_table: text
reads:   [fact.usage_day]
back:    0
---*/
select
    account_id,
    user_id,
    day_number,
    cast(sum(events) as bigint) as events,
    max(record_table)           as record_table
from fact.usage_day
where user_id is not null
group by account_id, user_id, day_number
