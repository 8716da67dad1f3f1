/*---
fact:    licence
title:   A person holds a licence of an account
grain:   one person, one account, for a while
columns:
  membership_id: text
  account_id:    text
  user_id:       text
  licence_type:  text
  start_day:     day
  end_day:       day
reads:   [customer.user_account, fact.person]
caveats:
  - Guests have no licence type and are not here. Staff, bots and test users are not either.
---*/
select
    membership.id as membership_id,
    membership.account_id,
    coalesce(person.person_id, membership.user_id) as user_id,
    membership.licence_type,
    coalesce(day_number(membership.valid_from), -2147483648) as start_day,
    day_number(membership.valid_to)   as end_day
from customer.user_account as membership
left join fact.person
    on person.alias_id = membership.user_id
where membership.licence_type is not null
and coalesce(person.kind, 'customer') = 'customer'
