/*---
fact:    contact
title:   A person at an account whom we know
grain:   one contact
columns:
  account_id: text
  contact_id: text
  level:      text
  department: text
  joined_day: day
  left_day:   day
reads:   [customer.contact]
---*/
select
    contact.account_id,
    contact.id                      as contact_id,
    contact.seniority               as level,
    lower(trim(contact.department)) as department,
    day_number(contact.joined_at)   as joined_day,
    day_number(contact.left_at)     as left_day
from customer.contact as contact
