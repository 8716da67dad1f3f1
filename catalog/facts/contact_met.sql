/*---
fact:    contact_met
title:   A contact last spoke with us on a day
grain:   one contact, one day, until the next one
columns:
  account_id: text
  contact_id: text
  met_day:    day
  until_day:  day
reads:   [fact.two_way_touch]
---*/
select
    account_id,
    contact_id,
    day_number as met_day,
    lead(day_number) over (partition by account_id, contact_id order by day_number) as until_day
from (select distinct account_id, contact_id, day_number from fact.two_way_touch) as met
