/*---
fact:    first_paid
title:   The day an account first paid
grain:   one account that ever paid
columns:
  account_id: text
  day_number: day
reads:   [fact.account_state]
---*/
select
    account_id,
    min(start_day) as day_number
from fact.account_state
where state = 'paying'
group by account_id
