/*---
fact:    sponsor
title:   A person of the account is its executive sponsor
grain:   one contact
columns:
  account_id: text
  contact_id: text
  stance:     text
  joined_day: day
  left_day:   day
reads:   [customer.contact]
caveats:
  - The stance is the present one; who left keeps the last.
---*/
select
    contact.account_id,
    contact.id as contact_id,
    contact.stance,
    day_number(contact.joined_at) as joined_day,
    day_number(contact.left_at)   as left_day
from customer.contact as contact
where coalesce(contact.is_exec_sponsor, false)
or ';' || coalesce(contact.roles, '') || ';' like '%;exec_sponsor;%'
