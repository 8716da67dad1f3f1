/*---
fact:    membership
title:   A person belongs to an account
grain:   one person, one account, for a while
columns:
  account_id: text
  user_id:    text
  start_day:  day
  end_day:    day
reads:   [customer.user_account, fact.person]
caveats:
  - With or without a licence. Staff, bots and test users are left out.
---*/
select
    belongs.account_id,
    coalesce(person.person_id, belongs.user_id)             as user_id,
    coalesce(day_number(belongs.valid_from), -2147483648)   as start_day,
    coalesce(day_number(belongs.valid_to), 2147483647)      as end_day
from customer.user_account as belongs
left join fact.person
    on person.alias_id = belongs.user_id
where coalesce(person.kind, 'customer') = 'customer'
