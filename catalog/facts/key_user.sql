/*---
fact:    key_user
title:   A user whose word decides something at the account
grain:   one contact who is a user
columns:
  account_id: text
  contact_id: text
  user_id:    text
  start_day:  day
  end_day:    day
reads:   [customer.contact, fact.person]
caveats:
  - Executive sponsors, economic buyers, admins and champions, while they are there.
---*/
select
    contact.account_id,
    contact.id as contact_id,
    coalesce(person.person_id, contact.user_id)           as user_id,
    coalesce(day_number(contact.joined_at), -2147483648)  as start_day,
    day_number(contact.left_at)                           as end_day
from customer.contact as contact
left join fact.person
    on person.alias_id = contact.user_id
where contact.user_id is not null
and (
    coalesce(contact.is_exec_sponsor, false)
    or ';' || coalesce(contact.roles, '') || ';' like '%;exec_sponsor;%'
    or ';' || coalesce(contact.roles, '') || ';' like '%;economic_buyer;%'
    or ';' || coalesce(contact.roles, '') || ';' like '%;admin;%'
    or ';' || coalesce(contact.roles, '') || ';' like '%;champion;%'
)
